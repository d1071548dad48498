using System.Collections.Frozen;
using AgaBot.Dialogs.Commands;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Forms.Normalization;

namespace AgaBot.Dialogs.Explaining;

/// <summary>Recognises phrases by the words of both languages' texts, as <see cref="CommandVocabulary"/> does commands.</summary>
internal static class PhraseVocabulary
{
    /// <summary>Maximum UTF-16 code units of a phrase; longer text is not examined.</summary>
    private const int Longest = 80;

    /// <summary>Maximum words of a farewell of several phrases; longer text may be an answer.</summary>
    private const int MostWords = 8;

    /// <summary>Maximum words of misspelt thanks.</summary>
    private const int MostWordsOfThanks = 3;

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

    /// <summary>"Seguir mañana", "mañana sigo": what is put off and until when, in both orders. These are farewells.</summary>
    private static readonly string[] Pauses =
    [
        .. CommandWords
            .Of("phrase.pause.what")
            .SelectMany(static what =>
                CommandWords.Of("phrase.pause.when").SelectMany(when => (string[])[$"{what} {when}", $"{when} {what}"])
            ),
    ];

    private static readonly FrozenDictionary<string, Phrase> Phrases = Keys.SelectMany(phrase =>
            CommandWords.Of(phrase.Key).Select(said => KeyValuePair.Create(said, phrase.Phrase))
        )
        .Concat(Pauses.Select(static said => KeyValuePair.Create(said, Phrase.Goodbye)))
        .DistinctBy(static said => said.Key)
        .ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Thanks = CommandWords.Of("phrase.thanks").ToFrozenSet(StringComparer.Ordinal);

    /// <summary>"Bye", "thanks", "oops" and insults are left out: Spanish speakers use them too.</summary>
    private static readonly FrozenSet<string> English = Keys.Where(static phrase =>
            phrase.Phrase is not (Phrase.Thanks or Phrase.Goodbye or Phrase.Mistake or Phrase.Insult)
        )
        .SelectMany(phrase => CommandWords.Of(Words.English, phrase.Key).Except(CommandWords.Of(Words.Spanish, phrase.Key)))
        .ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, Phrase>.AlternateLookup<ReadOnlySpan<char>> Pieces = Phrases.GetAlternateLookup<
        ReadOnlySpan<char>
    >();

    /// <summary>Words between the phrases of a farewell that have no meaning of their own.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> WithGoodbye = CommandWords
        .Of("phrase.withGoodbye")
        .ToFrozenSet(StringComparer.Ordinal)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>
    /// The phrase that makes up the whole text, ignoring case, accents, punctuation and a form of address; null if the text says more.
    /// </summary>
    public static Phrase? Find(string text) =>
        text.Length <= Longest && !text.Contains('\n', StringComparison.Ordinal)
            ? FindFolded(Shorthand.Expand(Folding.ToWords(text)))
            : null;

    /// <summary>Whether only an English speaker says the phrase.</summary>
    public static bool IsEnglish(string folded) =>
        English.Contains(folded) || (AskedAfterGreeting(folded) is { } asked && English.Contains(asked));

    private static Phrase? FindFolded(string folded) =>
        Whole(folded)
        ?? (CommandVocabulary.WithoutAddress(folded) is { } rest ? Whole(rest) : null)
        ?? (AskedAfterGreeting(folded) is null ? null : Phrase.HowAreYou);

    /// <summary>The "how are you" after a greeting: "buenos días señorita, ¿cómo está?"; null if there is none.</summary>
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

    private static Phrase? Whole(string folded)
    {
        if (Phrases.TryGetValue(folded, out Phrase phrase))
            return phrase;
        if (WithoutFillers(folded) is { } bare && Phrases.TryGetValue(bare, out Phrase after))
            return after;
        if (IsMisspeltThanks(folded))
            return Phrase.Thanks;
        return folded.AsSpan().Count(' ') < MostWords && SaysGoodbye(folded, said: false) ? Phrase.Goodbye : null;
    }

    /// <summary>"Ya, gracias": the words after those that have no meaning of their own; null if the text begins with none.</summary>
    private static string? WithoutFillers(string folded)
    {
        int start = 0;
        int space = folded.IndexOf(' ', StringComparison.Ordinal);
        while (space > 0 && WithGoodbye.Contains(folded.AsSpan(start, space - start)))
        {
            start = space + 1;
            space = folded.IndexOf(' ', start);
        }
        return start == 0 ? null : folded[start..];
    }

    /// <summary>Only thanks are recognised with spelling mistakes: nothing is lost if something else was meant.</summary>
    private static bool IsMisspeltThanks(string folded) =>
        folded.AsSpan().Count(' ') < MostWordsOfThanks && Misspelling.Nearest(folded, Thanks, static (_, _) => true) is not null;

    /// <summary>"Luego seguimos, vamos al descanso": several farewells and nothing else.</summary>
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
