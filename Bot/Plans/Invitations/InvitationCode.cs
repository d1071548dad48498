using System.Security.Cryptography;
using System.Text;

namespace AgaBot.Plans.Invitations;

/// <summary>The code by which one person becomes a coordinator.</summary>
public static class InvitationCode
{
    /// <summary>How long a code can be used, once.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromDays(3);

    /// <summary>74 bits: more than the access code of Production needs (docs/decisions/0042).</summary>
    public const int Length = 15;

    private const int Group = 5;

    public static string Draw() => ReadableCode.Draw(Length);

    /// <summary>The code as shown, in groups of five.</summary>
    public static string Shown(string code) => string.Join('-', code.Chunk(Group).Select(static letters => new string(letters)));

    /// <summary>The code as stored. Case, spaces and hyphens are ignored. Null if the text cannot be a code.</summary>
    public static string? Hash(string code)
    {
        string letters = ReadableCode.Letters(code);
        return letters.Length == Length && ReadableCode.Consists(letters)
            ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(letters)))
            : null;
    }
}
