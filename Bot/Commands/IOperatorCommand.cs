using System.Collections.Immutable;

namespace AgaBot.Commands;

/// <summary>A task that the program does once for the operator, instead of serving requests.</summary>
internal interface IOperatorCommand
{
    /// <summary>The name of the command, e.g. <c>audit verify</c>.</summary>
    string Name { get; }

    /// <summary>The parameters, separated by spaces: <c>FILE</c> is required, <c>[FILE]</c> is optional. Empty if there are none.</summary>
    string Parameters { get; }

    /// <summary>A description in one line.</summary>
    string Purpose { get; }

    /// <param name="arguments">The arguments, whose number fits <see cref="Parameters"/>.</param>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    ValueTask<int> RunAsync(ImmutableArray<string> arguments, TextWriter output, CancellationToken cancellationToken);
}
