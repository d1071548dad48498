using System.Collections.Immutable;
using AgaBot.Forms.Normalization;

namespace AgaBot.Dialogs.Phrasing;

/// <summary>
/// The words that a sentence has to contain. In the texts <c>|</c> separates alternatives, <c>+</c> separates parts that are all needed,
/// and a comma separates words of which one is enough: "ver, mostrar + propuestas | votar".
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

    /// <param name="sentence">Folded words, separated by single spaces.</param>
    public bool Holds(string sentence)
    {
        string words = Between(sentence);
        return alternatives.Any(alternative => alternative.All(part => part.Any(word => words.Contains(word, StringComparison.Ordinal))));
    }

    /// <summary>With a space on both sides, so that only whole words match.</summary>
    private static string Between(string words) => $" {Folding.ToWords(words)} ";
}
