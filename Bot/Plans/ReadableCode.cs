using System.Buffers;
using System.Security.Cryptography;

namespace AgaBot.Plans;

/// <summary>Secrets that a person reads aloud or copies by hand.</summary>
public static class ReadableCode
{
    /// <summary>Without characters that are easily confused; nearly five bits per character.</summary>
    private const string Alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    private static readonly SearchValues<char> Characters = SearchValues.Create(Alphabet);

    public static string Draw(int length) => RandomNumberGenerator.GetString(Alphabet, length);

    /// <summary>A code as typed, in capitals and without spaces and hyphens.</summary>
    public static string Letters(string typed) =>
        string.Concat(typed.Where(static letter => letter != '-' && !char.IsWhiteSpace(letter))).ToUpperInvariant();

    /// <summary>Whether every character may be drawn.</summary>
    public static bool Consists(ReadOnlySpan<char> letters) => !letters.ContainsAnyExcept(Characters);
}
