using System.Collections.Immutable;
using AgaBot.Forms.Normalization;

namespace AgaBot.Dialogs.Phrasing;

/// <summary>
/// What words a sentence has. In the texts <c>|</c> stands between alternatives, <c>+</c> between what one of them needs together, and a comma
/// between words of which one is enough: "ver, mostrar + propuestas | votar".
/// </summary>
internal sealed class WordRule
{
    private readonly ImmutableArray<ImmutableArray<ImmutableArray<string>>> alternatives;

    private WordRule(ImmutableArray<ImmutableArray<ImmutableArray<string>>> alternatives) => this.alternatives = alternatives;

    public static WordRule Parse(string text) =>
        new([
            .. text.Split('|')
                .Select(static alternative =>
                    alternative.Split('+').Select(static part => part.Split(',').Select(Between).ToImmutableArray()).ToImmutableArray()
                ),
        ]);

    /// <param name="sentence">In plain words, one space between two.</param>
    public bool Holds(string sentence)
    {
        string words = Between(sentence);
        return alternatives.Any(alternative => alternative.All(part => part.Any(word => words.Contains(word, StringComparison.Ordinal))));
    }

    /// <summary>With a space on both sides, so that a word is found only whole.</summary>
    private static string Between(string words) => $" {Folding.ToWords(words)} ";
}
