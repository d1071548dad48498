namespace AgaBot.Dialogs.Commands;

/// <summary>A way to say a command. Keys name texts of both languages whose words are separated by <c>|</c>.</summary>
internal abstract record CommandPattern
{
    private CommandPattern() { }

    /// <summary>The words alone, with a fault or two if they are misspelt.</summary>
    public sealed record Bare(string Key, Command Command) : CommandPattern;

    /// <summary>The words alone, spelt as they are; of the words of the key only those of at least <paramref name="MinLength"/> characters.</summary>
    public sealed record Exact(string Key, int MinLength, Command Command) : CommandPattern;

    /// <summary>The words and a number.</summary>
    public sealed record WithNumber(string Key, Func<int, Command> Command) : CommandPattern;

    /// <summary>The words and a proposal, by its place in the last list or by its receipt number.</summary>
    public sealed record WithPick(string Key, Func<ProposalPick, Command> Command) : CommandPattern;

    /// <summary>The words, a number, "por", and a text as it was typed.</summary>
    public sealed record WithText(string Key, Func<int, string, Command> Command) : CommandPattern;

    /// <summary>The words and one of the words of a second key.</summary>
    public sealed record WithName(string Key, string NameKey, Command Command) : CommandPattern;

    /// <summary>One word and a code as it was typed: its case and marks are part of it. Null if it is no such code.</summary>
    public sealed record WithCode(string Key, Func<string, Command?> Command) : CommandPattern;

    /// <summary>A sentence that the rules under a key recognise.</summary>
    /// <param name="Precedence">If several rules hold, the lowest is meant.</param>
    public sealed record Sentence(string Key, int Precedence, Command Command) : CommandPattern;
}

/// <summary>A command that can be said. <see cref="CommandCatalog"/> finds all of them at start.</summary>
internal interface IHasPatterns
{
    static abstract IEnumerable<CommandPattern> Patterns { get; }
}
