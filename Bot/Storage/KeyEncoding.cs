using System.Buffers;
using System.Diagnostics;
using System.Text;

namespace AgaBot.Storage;

/// <summary>
/// Writes a key without the characters that Table Storage refuses, keeping the ordinal order of keys:
/// <c>a &lt; b</c> exactly where <c>Encode(a) &lt; Encode(b)</c>, by UTF-16 code units and by UTF-8 bytes alike.
/// </summary>
/// <remarks>
/// Table Storage takes no <c>/ \ # ?</c>, U+0000–U+001F and U+007F–U+009F; <c>%</c> is mistaken for URL encoding by some clients,
/// lone surrogates have no UTF-8, and U+FFFE and U+FFFF no XML. Order is kept because a character is written as
/// one that lies beside it (the lead) and a rank, and the lead itself is written so as well. Surrogates are always
/// written so: UTF-8 would put them behind U+E000.
/// </remarks>
public static class KeyEncoding
{
    /// <summary>Characters that the longest key takes: Table Storage has room for 1 KiB.</summary>
    public const int MaxEncodedLength = 3 * EntityLimits.MaxKeyLength;

    private const string Ranks = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    /// <summary>Neighbours written as the lead and a rank of one or two characters; in order, and no two overlap.</summary>
    private static readonly Neighbours[] Escaped =
    [
        new('\0', '!', Lead: '!', Width: 1),
        new('#', '%', Lead: '$', Width: 1),
        new('.', '/', Lead: '.', Width: 1),
        new('>', '?', Lead: '>', Width: 1),
        new('[', '\\', Lead: '[', Width: 1),
        new('~', '\u009F', Lead: '~', Width: 1),
        new('\uD800', '\uE000', Lead: '\uE000', Width: 2),
        new('\uFFFD', '\uFFFF', Lead: '\uFFFD', Width: 1),
    ];

    /// <summary>ASCII that stands for itself: a key of nothing else is returned as it is.</summary>
    private static readonly SearchValues<char> Plain = SearchValues.Create([
        .. Enumerable.Range(0, 128).Select(code => (char)code).Where(character => Find(character) is null),
    ]);

    private static readonly SearchValues<char> Leads = SearchValues.Create([.. Escaped.Select(neighbours => neighbours.Lead)]);

    public static string Encode(string key)
    {
        int start = key.AsSpan().IndexOfAnyExcept(Plain);
        return start < 0 ? key : EncodeFrom(key, start);
    }

    public static string Decode(string encoded)
    {
        int start = encoded.AsSpan().IndexOfAny(Leads);
        return start < 0 ? encoded : DecodeFrom(encoded, start);
    }

    private static string EncodeFrom(string key, int start)
    {
        var encoded = new StringBuilder(key, 0, start, key.Length + 16);
        foreach (char character in key.AsSpan(start))
        {
            if (Find(character) is not { } neighbours)
            {
                encoded.Append(character);
                continue;
            }

            int rank = character - neighbours.First;
            encoded.Append(neighbours.Lead);
            if (neighbours.Width == 2)
                encoded.Append(Ranks[rank / Ranks.Length]);
            encoded.Append(Ranks[rank % Ranks.Length]);
        }

        return encoded.ToString();
    }

    private static string DecodeFrom(string encoded, int start)
    {
        var key = new StringBuilder(encoded, 0, start, encoded.Length);
        for (int at = start; at < encoded.Length; at++)
        {
            if (!Leads.Contains(encoded[at]))
            {
                key.Append(encoded[at]);
                continue;
            }

            Neighbours neighbours = Find(encoded[at]) ?? throw new UnreachableException();
            int rank = 0;
            for (int digit = 0; digit < neighbours.Width; digit++)
                rank = (rank * Ranks.Length) + Ranks.IndexOf(encoded[++at], StringComparison.Ordinal);
            key.Append((char)(neighbours.First + rank));
        }

        return key.ToString();
    }

    private static Neighbours? Find(char character)
    {
        foreach (Neighbours neighbours in Escaped)
        {
            if (character < neighbours.First)
                return null;
            if (character <= neighbours.Last)
                return neighbours;
        }

        return null;
    }

    /// <param name="Lead">One of them that Table Storage takes.</param>
    /// <param name="Width">How many characters the rank takes.</param>
    private sealed record Neighbours(char First, char Last, char Lead, int Width);
}
