using System.Collections.Immutable;

namespace AgaBot.Commands;

/// <summary>What the operator has the program do once, in place of serving.</summary>
internal interface IOperatorCommand
{
    /// <summary>The words that call it, e.g. <c>audit verify</c>.</summary>
    string Name { get; }

    /// <summary>What follows them, a word each: <c>FILE</c> has to be there, <c>[FILE]</c> may be. Empty where nothing follows.</summary>
    string Parameters { get; }

    /// <summary>What it does, in one line for the operator.</summary>
    string Purpose { get; }

    /// <param name="arguments">As many as <see cref="Parameters"/> asks for.</param>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    ValueTask<int> RunAsync(ImmutableArray<string> arguments, TextWriter output, CancellationToken cancellationToken);
}
