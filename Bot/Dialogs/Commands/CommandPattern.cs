using AgaBot.Plans;

namespace AgaBot.Dialogs.Commands;

/// <summary>A way to say a command. Keys name texts of both languages whose words are separated by <c>|</c>.</summary>
internal abstract record CommandPattern
{
    private CommandPattern() { }

    /// <summary>The words alone; one or two spelling mistakes are tolerated.</summary>
    public sealed record Bare(string Key, Command Command) : CommandPattern;

    /// <summary>The words alone, without spelling mistakes. Words under <paramref name="MinLength"/> characters are left out.</summary>
    public sealed record Exact(string Key, int MinLength, Command Command) : CommandPattern;

    /// <summary>The words and a number.</summary>
    public sealed record WithNumber(string Key, Func<int, Command> Command) : CommandPattern;

    /// <summary>The words and a proposal: its number in the last list, or its receipt number.</summary>
    public sealed record WithPick(string Key, Func<ProposalPick, Command> Command) : CommandPattern;

    /// <summary>The words, a number, "por", and a text that is kept as typed.</summary>
    public sealed record WithText(string Key, Func<int, string, Command> Command) : CommandPattern;

    /// <summary>The words and a receipt number, and perhaps "por" and a reason that is kept as typed.</summary>
    public sealed record WithReceipt(string Key, Func<ReceiptNumber, string?, Command> Command) : CommandPattern;

    /// <summary>The words and one of the words of a second key.</summary>
    public sealed record WithName(string Key, string NameKey, Command Command) : CommandPattern;

    /// <summary>
    /// One word and a code as typed, because case and punctuation belong to the code. The command is null if it is no such code.
    /// </summary>
    public sealed record WithCode(string Key, Func<string, Command?> Command) : CommandPattern;

    /// <summary>A sentence that matches the rules under a key.</summary>
    /// <param name="Precedence">If several sentences match, the lowest wins.</param>
    public sealed record Sentence(string Key, int Precedence, Command Command) : CommandPattern
    {
        /// <summary>Whether a "not" in the sentence leaves its meaning: "todavía no me responden".</summary>
        public bool AlsoNegated { get; init; }
    }
}

/// <summary>A command that can be typed. <see cref="CommandCatalog"/> finds all of them at start.</summary>
internal interface IHasPatterns
{
    static abstract IEnumerable<CommandPattern> Patterns { get; }
}
