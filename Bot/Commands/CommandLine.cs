using System.Collections.Immutable;

namespace AgaBot.Commands;

/// <summary>What the program was started with.</summary>
/// <param name="Words">A command and its arguments; empty, and the program serves.</param>
/// <param name="Settings">Settings as the host reads them: <c>--Storage:Sqlite:Path=...</c>.</param>
internal sealed record CommandLine(ImmutableArray<string> Words, ImmutableArray<string> Settings)
{
    public static CommandLine Read(string[] arguments)
    {
        // A command's name holds no '=': such a first word is a setting without its dashes.
        int words =
            arguments is [var first, ..] && first.Contains('=', StringComparison.Ordinal)
                ? 0
                : arguments.TakeWhile(static argument => !argument.StartsWith('-')).Count();
        return new CommandLine([.. arguments[..words]], [.. arguments[words..]]);
    }
}
