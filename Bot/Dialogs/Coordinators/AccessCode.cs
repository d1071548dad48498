using System.Security.Cryptography;
using System.Text;

namespace AgaBot.Dialogs.Coordinators;

/// <summary>
/// The code by which the first person becomes a coordinator if no directory grants roles. The code is compared in constant time. Tries are
/// not limited over all conversations: the code has enough bits (docs/decisions/0042).
/// </summary>
/// <param name="code">Null or empty if nobody can become a coordinator by this code.</param>
public sealed class AccessCode(string? code)
{
    private readonly byte[]? expected = string.IsNullOrWhiteSpace(code) ? null : Hash(code.Trim());

    public AccessCodeOutcome Try(string typed)
    {
        if (expected is null)
            return AccessCodeOutcome.Off;
        // Hashes have the same length, so the comparison reveals nothing about the length of the code.
        return CryptographicOperations.FixedTimeEquals(Hash(typed.Trim()), expected) ? AccessCodeOutcome.Right : AccessCodeOutcome.Wrong;
    }

    private static byte[] Hash(string code) => SHA256.HashData(Encoding.UTF8.GetBytes(code));
}

public enum AccessCodeOutcome
{
    Right,
    Wrong,

    /// <summary>No code is set.</summary>
    Off,
}
