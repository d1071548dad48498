using System.Collections.Immutable;

namespace AgaBot.Commands;

/// <summary>The arguments of the program.</summary>
/// <param name="Words">A command and its arguments. If empty, the program serves requests.</param>
/// <param name="Settings">Settings for the host: <c>--Storage:Sqlite:Path=...</c>.</param>
internal sealed record CommandLine(ImmutableArray<string> Words, ImmutableArray<string> Settings)
{
    public static CommandLine Read(string[] arguments)
    {
        // The name of a command contains no '=': such a first argument is a setting without dashes.
        int words =
            arguments is [var first, ..] && first.Contains('=', StringComparison.Ordinal)
                ? 0
                : arguments.TakeWhile(static argument => !argument.StartsWith('-')).Count();
        return new CommandLine([.. arguments[..words]], [.. arguments[words..]]);
    }
}
