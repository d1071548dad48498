using System.Collections.Frozen;
using System.Collections.Immutable;
using AgaBot.Forms.Normalization;

namespace AgaBot.Plans.Wording;

/// <summary>
/// Words and phrases of a data file: <c>insegur*</c> matches every word with this beginning. Case and accents are ignored. They are
/// prepared at first use, so that reading the file is cheap.
/// </summary>
internal sealed class WordList(ImmutableArray<string> written)
{
    /// <summary>By first letter, which excludes most words at once.</summary>
    private readonly Lazy<FrozenDictionary<char, ImmutableArray<ImmutableArray<PhraseWord>>>> phrases = new(() =>
        written
            .Select(Read)
            .GroupBy(static phrase => phrase[0].Word[0])
            .ToFrozenDictionary(static letter => letter.Key, static letter => letter.ToImmutableArray())
    );

    public static WordList Empty { get; } = new([]);

    /// <summary>Whether a word or phrase of the list occurs among these words.</summary>
    /// <param name="words">Words of <see cref="Folding.ToWords"/>.</param>
    public bool IsIn(ReadOnlySpan<string> words)
    {
        for (int start = 0; start < words.Length; start++)
        {
            if (LengthAt(words[start..]) > 0)
                return true;
        }
        return false;
    }

    /// <summary>Number of words in the longest match at the start; 0 if there is none.</summary>
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
