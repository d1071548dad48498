namespace AgaBot.Commands;

/// <summary>Exit codes of the operator commands.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>The command found a fault in the data, or failed.</summary>
    public const int Fault = 1;

    /// <summary>The command is unknown, or its arguments are wrong.</summary>
    public const int Usage = 2;

    /// <summary>A signal interrupted the command, which left nothing behind. The number is the usual one of shells for SIGINT.</summary>
    public const int Interrupted = 130;
}
