using System.Collections.Immutable;
using System.Text;
using AgaBot.Storage.Moving;
using AgaBot.Turns.Persistence;

namespace AgaBot.Commands;

/// <summary>Finds and runs an operator command, and returns its exit code.</summary>
internal sealed class OperatorCommandRunner(IEnumerable<IOperatorCommand> commands)
{
    private readonly ImmutableArray<IOperatorCommand> commands =
    [
        .. commands.OrderBy(static command => command.Name, StringComparer.Ordinal),
    ];

    /// <param name="words">The name of the command and its arguments.</param>
    public async ValueTask<int> RunAsync(
        ImmutableArray<string> words,
        TextWriter output,
        TextWriter error,
        CancellationToken cancellationToken
    )
    {
        if (words is ["help"])
        {
            await output.WriteLineAsync(Help());
            return ExitCode.Done;
        }

        IOperatorCommand? command = commands.FirstOrDefault(command => IsCalled(command, words));
        ImmutableArray<string> arguments = command is null ? [] : words[NameOf(command).Length..];
        if (command is null || !Fit(command, arguments.Length))
        {
            await error.WriteLineAsync(
                command is null ? $"There is no command '{string.Join(' ', words)}'.\n\n{Help()}" : $"It is called so: {Usage(command)}"
            );
            return ExitCode.Usage;
        }

        try
        {
            return await command.RunAsync(arguments, output, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await error.WriteLineAsync("The command was interrupted, and left nothing unfinished behind.");
            return ExitCode.Interrupted;
        }
        catch (Exception fault)
            when (fault
                    is MovingException
                        or StoreUnavailableException
                        or UnknownVersionException
                        or IOException
                        or UnauthorizedAccessException
            )
        {
            await error.WriteLineAsync(fault.Message);
            return ExitCode.Fault;
        }
    }

    private string Help()
    {
        int width = commands.Max(static command => Usage(command).Length) + 2;
        var help = new StringBuilder("Without a command the bot serves. The commands:\n");
        foreach (IOperatorCommand command in commands)
            help.Append('\n').Append("  ").Append(Usage(command).PadRight(width)).Append(command.Purpose);
        return help.Append("\n\nSettings follow with two dashes, e.g. --Storage:Sqlite:Path=/var/lib/agabot/agabot.db").ToString();
    }

    private static string Usage(IOperatorCommand command) => $"{command.Name} {command.Parameters}".TrimEnd();

    private static bool IsCalled(IOperatorCommand command, ImmutableArray<string> words) =>
        NameOf(command) is var name && words.Length >= name.Length && words[..name.Length].SequenceEqual(name);

    private static bool Fit(IOperatorCommand command, int arguments)
    {
        string[] parameters = command.Parameters.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return arguments <= parameters.Length && arguments >= parameters.Count(static parameter => !parameter.StartsWith('['));
    }

    private static string[] NameOf(IOperatorCommand command) => command.Name.Split(' ');
}
