using System.Collections.Frozen;
using System.Collections.Immutable;
using AgaBot.Forms.Normalization;

namespace AgaBot.Plans.Wording;

/// <summary>
/// Words and phrases of a data file: <c>insegur*</c> stands for every word that begins so. Case and accents do not matter.
/// They are made ready when they are first looked for, so that reading the file costs nothing.
/// </summary>
internal sealed class WordList(ImmutableArray<string> written)
{
    /// <summary>By their first letter: most words begin none.</summary>
    private readonly Lazy<FrozenDictionary<char, ImmutableArray<ImmutableArray<PhraseWord>>>> phrases = new(() =>
        written
            .Select(Read)
            .GroupBy(static phrase => phrase[0].Word[0])
            .ToFrozenDictionary(static letter => letter.Key, static letter => letter.ToImmutableArray())
    );

    public static WordList Empty { get; } = new([]);

    /// <summary>Whether any of them stands somewhere among the words.</summary>
    /// <param name="words">Folded, as <see cref="Folding.ToWords"/> parts them.</param>
    public bool IsIn(ReadOnlySpan<string> words)
    {
        for (int start = 0; start < words.Length; start++)
        {
            if (LengthAt(words[start..]) > 0)
                return true;
        }
        return false;
    }

    /// <summary>How many words of the beginning are one of them, the longest; 0 where none is.</summary>
    public int LengthAt(ReadOnlySpan<string> words)
    {
        if (
            words is not [[var letter, ..], ..]
            || !phrases.Value.TryGetValue(letter, out ImmutableArray<ImmutableArray<PhraseWord>> beginning)
        )
            return 0;
        int longest = 0;
        foreach (ImmutableArray<PhraseWord> phrase in beginning)
        {
            if (phrase.Length > longest && Begins(words, phrase))
                longest = phrase.Length;
        }
        return longest;
    }

    private static bool Begins(ReadOnlySpan<string> words, ImmutableArray<PhraseWord> phrase)
    {
        if (words.Length < phrase.Length)
            return false;
        for (int index = 0; index < phrase.Length; index++)
        {
            if (!phrase[index].Fits(words[index]))
                return false;
        }
        return true;
    }

    private static ImmutableArray<PhraseWord> Read(string phrase) =>
        [
            .. phrase
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(static word => new PhraseWord(Folding.ToWords(word), word.EndsWith('*'))),
        ];

    private readonly record struct PhraseWord(string Word, bool IsStem)
    {
        public bool Fits(string word) => IsStem ? word.StartsWith(Word, StringComparison.Ordinal) : word == Word;
    }
}
