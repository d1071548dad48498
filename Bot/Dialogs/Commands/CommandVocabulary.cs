using System.Collections.Frozen;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Forms.Normalization;
using AgaBot.Plans;

namespace AgaBot.Dialogs.Commands;

/// <summary>The words of every command by kind of pattern, from the <see cref="CommandCatalog"/>.</summary>
internal static class CommandVocabulary
{
    /// <summary>Maximum words of a misspelt command: a longer text with one or two mistakes may mean something else.</summary>
    private const int MostMisspelt = 3;

    private static readonly FrozenDictionary<string, Command> Bare = Read(
        CommandCatalog.Of<CommandPattern.Bare>(),
        static bare => bare.Key,
        static bare => bare.Command
    );

    private static readonly FrozenDictionary<string, Command> Exact = CommandCatalog
        .Of<CommandPattern.Exact>()
        .SelectMany(static exact =>
            CommandWords
                .Of(exact.Key)
                .Where(word => word.Length >= exact.MinLength)
                .Select(word => KeyValuePair.Create(word, exact.Command))
        )
        .ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, Func<int, Command>> WithNumber = Read(
        CommandCatalog.Of<CommandPattern.WithNumber>(),
        static numbered => numbered.Key,
        static numbered => numbered.Command
    );

    private static readonly FrozenDictionary<string, Func<ProposalPick, Command>> WithPick = Read(
        CommandCatalog.Of<CommandPattern.WithPick>(),
        static picked => picked.Key,
        static picked => picked.Command
    );

    private static readonly FrozenDictionary<string, Func<int, string, Command>> WithText = Read(
        CommandCatalog.Of<CommandPattern.WithText>(),
        static told => told.Key,
        static told => told.Command
    );

    private static readonly FrozenDictionary<string, Func<string, Command?>> WithCode = Read(
        CommandCatalog.Of<CommandPattern.WithCode>(),
        static coded => coded.Key,
        static coded => coded.Command
    );

    private static readonly FrozenDictionary<(string Said, string Name), Command> WithName = CommandCatalog
        .Of<CommandPattern.WithName>()
        .SelectMany(static named =>
            CommandWords
                .Of(named.Key)
                .SelectMany(said => CommandWords.Of(named.NameKey).Select(name => KeyValuePair.Create((said, name), named.Command)))
        )
        .ToFrozenDictionary();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Addresses = CommandWords
        .Of("phrase.address")
        .ToFrozenSet(StringComparer.Ordinal)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly Courtesies Please = new(CommandWords.Of("phrase.courtesy"), CommandWords.Of("phrase.courtesy"));

    private static readonly FrozenSet<string> EnglishGreetings = CommandCatalog
        .Of<CommandPattern.Bare>()
        .Where(static bare => bare.Command.IsGreeting)
        .SelectMany(static bare => CommandWords.Of(Words.English, bare.Key))
        .ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, Func<ReceiptNumber, string?, Command>> WithReceipt = Read(
        CommandCatalog.Of<CommandPattern.WithReceipt>(),
        static pattern => pattern.Key,
        static pattern => pattern.Command
    );

    private static readonly FrozenSet<string> By = CommandWords.Of("command.by").ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The greeting command.</summary>
    public static Command Greeting { get; } = Bare.Values.First(static command => command.IsGreeting);

    /// <summary>A command with exactly these folded words; null if there is none.</summary>
    public static Command? FindBare(string folded) => Bare.GetValueOrDefault(folded) ?? Exact.GetValueOrDefault(folded);

    /// <summary>
    /// The command whose bare words are closest to these, with one or two spelling mistakes. Null if two commands are equally close.
    /// </summary>
    public static Command? FindMisspelt(string folded) =>
        folded.AsSpan().Count(' ') < MostMisspelt
        && Misspelling.Nearest(folded, Bare.Keys, static (one, other) => Bare[one] == Bare[other]) is { } meant
            ? Bare[meant]
            : null;

    /// <summary>A greeting followed by a form of address: "buenas tardes señorita".</summary>
    public static Command? FindGreeting(string folded) =>
        WithoutAddress(folded) is { } greeting && Bare.GetValueOrDefault(greeting) is { IsGreeting: true } hello ? hello : null;

    /// <summary>Whether the text is a greeting, with or without a form of address.</summary>
    public static bool IsGreeting(string folded) => (Bare.GetValueOrDefault(folded) ?? FindGreeting(folded)) is { IsGreeting: true };

    /// <summary>
    /// Whether the text is a greeting in English. Words that speakers of any language use, such as "start", count as Spanish.
    /// </summary>
    public static bool IsEnglishGreeting(string folded) =>
        EnglishGreetings.Contains(folded) || (WithoutAddress(folded) is { } greeting && EnglishGreetings.Contains(greeting));

    /// <summary>The words without the "please" before or after them.</summary>
    public static string WithoutPlease(string folded) => Please.Without(folded);

    /// <summary>The text before "señorita", "doctor" or the like; null if no such word ends the text.</summary>
    public static string? WithoutAddress(string folded)
    {
        for (int space = folded.IndexOf(' ', StringComparison.Ordinal); space > 0; space = folded.IndexOf(' ', space + 1))
        {
            if (Addresses.Contains(folded.AsSpan(space + 1)))
                return folded[..space];
        }
        return null;
    }

    public static Command? FindWithNumber(string folded, int number) => WithNumber.GetValueOrDefault(folded)?.Invoke(number);

    /// <param name="number">A list number or a receipt number, folded.</param>
    public static Command? FindWithPick(string folded, string number) =>
        WithPick.TryGetValue(folded, out Func<ProposalPick, Command>? make) && ProposalPick.Read(number) is { } pick ? make(pick) : null;

    /// <param name="by">The word between the number and the reason; null if there is no reason.</param>
    public static Command? FindWithReceipt(string folded, ReceiptNumber receipt, string? by, string? reason) =>
        by is null || By.Contains(by) ? WithReceipt.GetValueOrDefault(folded)?.Invoke(receipt, reason) : null;

    public static Command? FindWithName(string folded, string name) => WithName.GetValueOrDefault((folded, name));

    /// <param name="by">The word between the number and the new text.</param>
    public static Command? FindWithText(string folded, int number, string by, string text) =>
        By.Contains(by) ? WithText.GetValueOrDefault(folded)?.Invoke(number, text) : null;

    public static Command? FindWithCode(string folded, string code) => WithCode.GetValueOrDefault(folded)?.Invoke(code);

    private static FrozenDictionary<string, T> Read<TPattern, T>(
        IEnumerable<TPattern> patterns,
        Func<TPattern, string> key,
        Func<TPattern, T> value
    ) =>
        patterns
            .SelectMany(pattern => CommandWords.Of(key(pattern)).Select(word => KeyValuePair.Create(word, value(pattern))))
            .ToFrozenDictionary(StringComparer.Ordinal);
}
