using System.Security.Cryptography;
using System.Text;
using AgaBot.Dialogs.Codes;

namespace AgaBot.Dialogs.Coordinators;

/// <summary>
/// The code by which a person becomes a coordinator if no directory grants roles. The code is compared in constant time, and wrong tries
/// are limited over all conversations (<see cref="WrongTries"/>) and in each conversation (<see cref="CodeTries"/>).
/// </summary>
public sealed class AccessCode
{
    private readonly byte[]? expected;
    private readonly WrongTries tries;

    /// <param name="code">Null or empty if nobody can become a coordinator by a code.</param>
    public AccessCode(string? code, TimeProvider time)
    {
        expected = string.IsNullOrWhiteSpace(code) ? null : Hash(code.Trim());
        tries = new WrongTries(time);
    }

    /// <param name="isKnown">Whether the person was here on an earlier day.</param>
    public AccessCodeOutcome Try(string code, bool isKnown)
    {
        if (expected is null)
            return AccessCodeOutcome.Off;
        if (!tries.TryCount(isKnown))
            return AccessCodeOutcome.Exhausted;
        // Hashes have the same length, so the comparison reveals nothing about the length of the code.
        if (!CryptographicOperations.FixedTimeEquals(Hash(code.Trim()), expected))
            return AccessCodeOutcome.Wrong;
        tries.TakeBack(isKnown);
        return AccessCodeOutcome.Right;
    }

    private static byte[] Hash(string code) => SHA256.HashData(Encoding.UTF8.GetBytes(code));
}

public enum AccessCodeOutcome
{
    Right,
    Wrong,

    /// <summary>Too many wrong tries over all conversations: no code is compared for a while.</summary>
    Exhausted,

    /// <summary>No code is set.</summary>
    Off,
}
