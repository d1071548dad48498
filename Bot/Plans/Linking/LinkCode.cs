using System.Security.Cryptography;
using System.Text;

namespace AgaBot.Plans.Linking;

/// <summary>The code with which a person proves on one channel who they are on another.</summary>
public static class LinkCode
{
    /// <summary>How long a code can be used, once.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    /// <summary>49 bits, which cannot be guessed with the tries that people have (docs/decisions/0042).</summary>
    public const int Length = 10;

    /// <summary>The length that earlier versions drew. Seat codes of that length work until their mesa closes.</summary>
    public const int FormerLength = 8;

    public static string Draw() => ReadableCode.Draw(Length);

    /// <summary>The code as shown, in two halves.</summary>
    public static string Shown(string code) => $"{code[..(Length / 2)]}-{code[(Length / 2)..]}";

    /// <summary>The code as stored. Case, spaces and hyphens are ignored. Null if the text cannot be a code.</summary>
    public static string? Hash(string code)
    {
        string letters = ReadableCode.Letters(code);
        return letters.Length is Length or FormerLength ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(letters))) : null;
    }
}
