using System.Collections.Frozen;

namespace AgaBot.Dialogs.Phrasing;

/// <summary>Writes out what people shorten on a telephone: "q es esto", "xq", "i dont understand".</summary>
internal static class Shorthand
{
    private static readonly FrozenDictionary<string, string> Full = $"{Words.Spanish["shorthand"]}|{Words.English["shorthand"]}"
        .Split('|')
        .Select(static pair => pair.Split('='))
        .ToFrozenDictionary(static pair => pair[0], static pair => pair[1], StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Pieces = Full.GetAlternateLookup<
        ReadOnlySpan<char>
    >();

    /// <param name="folded">Folded words, separated by single spaces.</param>
    public static string Expand(string folded)
    {
        foreach (Range piece in folded.AsSpan().Split(' '))
        {
            if (Pieces.ContainsKey(folded.AsSpan(piece)))
                return string.Join(' ', folded.Split(' ').Select(static word => Full.GetValueOrDefault(word, word)));
        }
        return folded;
    }
}
