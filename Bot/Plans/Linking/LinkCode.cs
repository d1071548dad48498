using System.Security.Cryptography;
using System.Text;

namespace AgaBot.Plans.Linking;

/// <summary>The code by which somebody says on one channel that they are who they are on another.</summary>
public static class LinkCode
{
    /// <summary>How long it can be used, once.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    /// <summary>Some 40 bits: with the tries that are allowed (see <c>AccessCode</c>), not to be guessed in ten minutes.</summary>
    public const int Length = 8;

    public static string Draw() => ReadableCode.Draw(Length);

    /// <summary>The code as it is said and written down, in two halves.</summary>
    public static string Shown(string code) => $"{code[..(Length / 2)]}-{code[(Length / 2)..]}";

    /// <summary>The code as it is kept. Case, spaces and hyphens do not matter; null where it cannot be a code.</summary>
    public static string? Hash(string code)
    {
        string letters = string.Concat(code.Where(static letter => letter != '-' && !char.IsWhiteSpace(letter))).ToUpperInvariant();
        return letters.Length == Length ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(letters))) : null;
    }
}
