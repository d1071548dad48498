using System.Collections.Immutable;

namespace AgaBot.Bench.Sentences;

/// <summary>A sentence that a person may type while no form is open, and what should come of it.</summary>
/// <param name="Expected">
/// Acceptable outcomes: the name of a command or a phrase, <c>Term</c>, <c>Number</c>, <c>Offer</c> or <c>NotUnderstood</c>.
/// </param>
/// <param name="IsHeldBack">Whether the result was not looked at while the recognisers were tuned.</param>
internal sealed record TriedSentence(string Language, string Text, ImmutableArray<string> Expected, bool IsHeldBack)
{
    private const int Columns = 4;

    /// <summary>Reads lines of four cells that tabs separate; a line that begins with <c>#</c> is a comment.</summary>
    /// <exception cref="InvalidDataException">A line has other cells.</exception>
    public static ImmutableArray<TriedSentence> ReadAll(IEnumerable<string> lines) =>
        [.. lines.Where(static line => line.Length > 0 && line[0] != '#').Select(Read)];

    private static TriedSentence Read(string line) =>
        line.Split('\t') is { Length: Columns } cells && cells[0] is ("es" or "en") && cells[3] is ("" or "held")
            ? new(cells[0], cells[1], [.. cells[2].Split('/')], cells[3].Length > 0)
            : throw new InvalidDataException($"No tried sentence: {line}");
}
