namespace AgaBot.Commands;

/// <summary>What a command tells the shell.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>It found what it looked for and hoped not to find, or could not be done.</summary>
    public const int Fault = 1;

    /// <summary>There is no such command, or it wants other arguments.</summary>
    public const int Usage = 2;
}
