using System.Collections.Immutable;
using AgaBot.Dialogs.Explaining;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Forms.Normalization;

namespace AgaBot.Dialogs.Commands;

/// <summary>
/// Reads out of a whole sentence what somebody wants: "quisiera registrar una propuesta de mi distrito". It is asked only where nothing that is
/// typed can be an answer, and only for what harms nobody who meant something else.
/// </summary>
internal static class SentenceReader
{
    /// <summary>UTF-16 code units: in a longer text the same words stand for something else.</summary>
    private const int Longest = 160;

    /// <summary>Of a greeting: "buenas tardes a todos".</summary>
    private const int MostWordsOfGreeting = 4;

    private const int FewestWordsOfEnglish = 3;

    /// <summary>The first whose rule holds is meant.</summary>
    private static readonly ImmutableArray<(Rules Rules, Command Command)> Commands =
    [
        (new("sentence.deleteMyData"), new Command.DeleteMyData()),
        (new("sentence.myData"), new Command.ShowMyData()),
        (new("sentence.privacy"), new Command.ShowPrivacyNotice()),
        (new("sentence.discard"), new Command.Discard(null)),
        (new("sentence.newConsultation"), new Command.NewConsultation()),
        (new("sentence.edit"), new Command.Edit(null)),
        (new("sentence.myProposals"), new Command.MyProposals()),
        (new("sentence.resume"), new Command.Resume(null)),
        (new("sentence.consultations"), new Command.ListConsultations()),
        (new("sentence.summary"), new Command.Unavailable("unavailable.summary", ForCoordinators: true)),
        (new("sentence.export"), new Command.Unavailable("unavailable.export", ForCoordinators: true)),
        (new("sentence.consolidate"), new Command.Unavailable("unavailable.consolidate", ForCoordinators: true)),
        (new("sentence.progress"), new Command.ShowProgress()),
        (new("sentence.blank"), new Command.ShowBlank()),
        (new("sentence.support"), new Command.ListToSupport()),
        (new("sentence.propose"), new Command.Propose()),
        (new("sentence.contribute"), new Command.Contribute(null)),
        (new("sentence.help"), new Command.Help()),
        (new("sentence.hello"), new Command.Hello()),
    ];

    private static readonly ImmutableArray<(Rules Rules, Phrase Phrase)> Phrases =
    [
        (new("sentence.person"), Phrase.Person),
        (new("sentence.howLong"), Phrase.HowLong),
        (new("sentence.free"), Phrase.Free),
        (new("sentence.coordinator"), Phrase.Coordinator),
    ];

    /// <summary>"No quiero proponer nada".</summary>
    private static readonly Rules Not = new("sentence.not");

    /// <summary>What is said beside any command; null where nothing of it is.</summary>
    public static Phrase? FindPhrase(string text) =>
        PlainWords(text) is { } words && Phrases.FirstOrDefault(phrase => phrase.Rules.Hold(words)) is { Rules: not null } found
            ? found.Phrase
            : null;

    /// <summary>The command that a sentence, or a misspelt command, stands for; null where none is recognised.</summary>
    public static Command? FindCommand(string text) =>
        PlainWords(text) is not { } words
            ? null
            : Commands.FirstOrDefault(command => command.Rules.Hold(words)).Command
                ?? CommandVocabulary.FindMisspelt(words)
                ?? (BeginsWithGreeting(words) ? new Command.Hello() : null);

    /// <summary>Whether it is recognised by its English words, and not by Spanish ones. "Help" is said in Spanish too.</summary>
    public static bool IsEnglish(string text) =>
        PlainWords(text) is { } words
        && words.AsSpan().Count(' ') >= FewestWordsOfEnglish - 1
        && Commands
            .Select(static command => command.Rules)
            .Concat(Phrases.Select(static phrase => phrase.Rules))
            .FirstOrDefault(rules => rules.Hold(words))
            is { } held
        && !held.Spanish.Holds(words);

    /// <summary>Plain words of what may be understood so; null of anything else.</summary>
    private static string? PlainWords(string text) =>
        text.Length <= Longest && !text.Contains('\n', StringComparison.Ordinal) && Folding.ToWords(text) is var words && !Not.Hold(words)
            ? words
            : null;

    /// <summary>"Hola, soy Rosa, de la municipalidad".</summary>
    private static bool BeginsWithGreeting(string words)
    {
        int space = words.IndexOf(' ', StringComparison.Ordinal);
        for (int count = 1; space > 0 && count <= MostWordsOfGreeting; count++)
        {
            if (CommandVocabulary.IsGreeting(words[..space]))
                return true;
            space = words.IndexOf(' ', space + 1);
        }
        return false;
    }

    /// <summary>The rules of both languages: each is understood in both.</summary>
    private sealed record Rules(string Key)
    {
        public WordRule Spanish { get; } = WordRule.Parse(Phrasing.Words.Spanish[Key]);

        private WordRule English { get; } = WordRule.Parse(Phrasing.Words.English[Key]);

        public bool Hold(string words) => Spanish.Holds(words) || English.Holds(words);
    }
}
