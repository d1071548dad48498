using System.Collections.Frozen;
using AgaBot.Dialogs.Commands;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Forms.Normalization;

namespace AgaBot.Dialogs.Explaining;

/// <summary>The phrases themselves, from the texts of both languages, as commands have theirs.</summary>
internal static class PhraseVocabulary
{
    /// <summary>UTF-16 code units: a longer text is not even looked at.</summary>
    private const int Longest = 80;

    /// <summary>Of a message that says in more than one phrase that somebody goes away: what is longer may be an answer.</summary>
    private const int MostWords = 8;

    private static readonly (string Key, Phrase Phrase)[] Keys =
    [
        ("phrase.thanks", Phrase.Thanks),
        ("phrase.goodbye", Phrase.Goodbye),
        ("phrase.howAreYou", Phrase.HowAreYou),
        ("phrase.whoAreYou", Phrase.WhoAreYou),
        ("phrase.person", Phrase.Person),
        ("phrase.mistake", Phrase.Mistake),
        ("phrase.lost", Phrase.Lost),
        ("phrase.privacy", Phrase.Privacy),
        ("phrase.howLong", Phrase.HowLong),
        ("phrase.insult", Phrase.Insult),
    ];

    private static readonly FrozenDictionary<string, Phrase> Phrases = Keys.SelectMany(phrase =>
            CommandWords.Of(phrase.Key).Select(said => KeyValuePair.Create(said, phrase.Phrase))
        )
        .ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>"Bye", "thanks", "oops" and worse are said in Spanish too.</summary>
    private static readonly FrozenSet<string> English = Keys.Where(static phrase =>
            phrase.Phrase is not (Phrase.Thanks or Phrase.Goodbye or Phrase.Mistake or Phrase.Insult)
        )
        .SelectMany(phrase => CommandWords.Of(Words.English, phrase.Key).Except(CommandWords.Of(Words.Spanish, phrase.Key)))
        .ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, Phrase>.AlternateLookup<ReadOnlySpan<char>> Pieces = Phrases.GetAlternateLookup<
        ReadOnlySpan<char>
    >();

    /// <summary>What may stand between the phrases of a farewell, and says nothing by itself.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> WithGoodbye = CommandWords
        .Of("phrase.withGoodbye")
        .ToFrozenSet(StringComparer.Ordinal)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>
    /// A phrase that is all of the text, whatever its case, accents and marks, and whoever is addressed with it; anything longer is none.
    /// </summary>
    public static Phrase? Find(string text) =>
        text.Length <= Longest && !text.Contains('\n', StringComparison.Ordinal) ? FindFolded(Folding.ToWords(text)) : null;

    /// <summary>Whether it is a phrase that only somebody says who speaks English.</summary>
    public static bool IsEnglish(string folded) =>
        English.Contains(folded) || (AskedAfterGreeting(folded) is { } asked && English.Contains(asked));

    private static Phrase? FindFolded(string folded) =>
        Whole(folded)
        ?? (CommandVocabulary.WithoutAddress(folded) is { } rest ? Whole(rest) : null)
        ?? (AskedAfterGreeting(folded) is null ? null : Phrase.HowAreYou);

    /// <summary>How somebody is asked how they are after any greeting: "buenos días señorita, ¿cómo está?"; null where they are not.</summary>
    private static string? AskedAfterGreeting(string folded)
    {
        for (int space = folded.IndexOf(' ', StringComparison.Ordinal); space > 0; space = folded.IndexOf(' ', space + 1))
        {
            if (
                Pieces.TryGetValue(folded.AsSpan(space + 1), out Phrase asked)
                && asked == Phrase.HowAreYou
                && CommandVocabulary.IsGreeting(folded[..space])
            )
                return folded[(space + 1)..];
        }
        return null;
    }

    private static Phrase? Whole(string folded) =>
        Phrases.TryGetValue(folded, out Phrase phrase) ? phrase
        : folded.AsSpan().Count(' ') < MostWords && SaysGoodbye(folded, said: false) ? Phrase.Goodbye
        : null;

    /// <summary>"Luego seguimos, vamos al descanso": farewells one after another, and nothing else.</summary>
    private static bool SaysGoodbye(ReadOnlySpan<char> words, bool said)
    {
        if (words.IsEmpty)
            return said;
        for (int end = words.Length; end > 0; end = words[..end].LastIndexOf(' '))
        {
            ReadOnlySpan<char> piece = words[..end];
            bool isGoodbye = Pieces.TryGetValue(piece, out Phrase phrase) && phrase == Phrase.Goodbye;
            if ((isGoodbye || WithGoodbye.Contains(piece)) && SaysGoodbye(end == words.Length ? [] : words[(end + 1)..], said || isGoodbye))
                return true;
        }
        return false;
    }
}
