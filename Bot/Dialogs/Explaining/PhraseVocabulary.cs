using System.Collections.Frozen;
using AgaBot.Dialogs.Commands;
using AgaBot.Forms;

namespace AgaBot.Dialogs.Explaining;

/// <summary>The phrases themselves, from the texts of both languages, as commands have theirs.</summary>
internal static class PhraseVocabulary
{
    /// <summary>UTF-16 code units: a longer text is not even looked at.</summary>
    private const int Longest = 80;

    private static readonly FrozenDictionary<string, Phrase> Phrases = new (string Key, Phrase Phrase)[]
    {
        ("phrase.thanks", Phrase.Thanks),
        ("phrase.goodbye", Phrase.Goodbye),
        ("phrase.howAreYou", Phrase.HowAreYou),
        ("phrase.whoAreYou", Phrase.WhoAreYou),
        ("phrase.person", Phrase.Person),
        ("phrase.mistake", Phrase.Mistake),
        ("phrase.lost", Phrase.Lost),
        ("phrase.privacy", Phrase.Privacy),
        ("phrase.insult", Phrase.Insult),
    }.SelectMany(phrase => CommandVocabulary.Of(phrase.Key).Select(said => KeyValuePair.Create(said, phrase.Phrase))).ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>
    /// A phrase that is all of the text, whatever its case, accents and marks, and whoever is addressed with it; anything longer is none.
    /// </summary>
    public static Phrase? Find(string text) =>
        text.Length <= Longest && !text.Contains('\n', StringComparison.Ordinal) ? FindFolded(Folding.ToWords(text)) : null;

    private static Phrase? FindFolded(string folded) =>
        Phrases.TryGetValue(folded, out Phrase phrase) || (CommandVocabulary.WithoutAddress(folded) is { } rest && Phrases.TryGetValue(rest, out phrase)) ? phrase : null;
}
