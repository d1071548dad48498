using System.Collections.Immutable;
using AgaBot.Dialogs.Commands;
using AgaBot.Dialogs.Phrasing;

namespace AgaBot.Dialogs.Explaining;

/// <summary>Recognises a phrase in a whole sentence, as <see cref="SentenceReader"/> does a command.</summary>
internal static class SentencePhrases
{
    private const int FewestWordsOfEnglish = 3;

    private static readonly ImmutableArray<(SentenceRules Rules, Phrase Phrase)> Phrases =
    [
        (new("sentence.person"), Phrase.Person),
        (new("sentence.howLong"), Phrase.HowLong),
        (new("sentence.free"), Phrase.Free),
        (new("sentence.coordinator"), Phrase.Coordinator),
    ];

    /// <summary>A "not" does not change an insult: "no sirven para nada, inútiles".</summary>
    private static readonly SentenceRules Insult = new("sentence.insult");

    /// <summary>The phrase that a sentence contains; null if there is none.</summary>
    public static Phrase? Find(string text)
    {
        if (Statements.Is(text) || SentenceReader.IsAnsweredQuestion(text))
            return null;
        if (
            SentenceReader.PlainWords(text) is { } words
            && Phrases.FirstOrDefault(phrase => phrase.Rules.Hold(words)) is { Rules: not null } found
        )
            return found.Phrase;
        return SentenceReader.Fold(text) is { } folded && Insult.Hold(folded) ? Phrase.Insult : null;
    }

    /// <summary>Whether a command or phrase is recognised by English words only. "Help" is used in Spanish too.</summary>
    public static bool IsEnglish(string text) =>
        SentenceReader.PlainWords(text) is { } words
        && words.AsSpan().Count(' ') >= FewestWordsOfEnglish - 1
        && (SentenceReader.FindRules(words) ?? Phrases.FirstOrDefault(phrase => phrase.Rules.Hold(words)).Rules) is { } held
        && !held.Spanish.Holds(words);
}
