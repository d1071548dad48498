using System.Security.Cryptography;
using System.Text;

namespace AgaBot.Dialogs.Coordinators;

/// <summary>
/// The code by which a person becomes a coordinator where no directory says who is one. It is compared in constant time, and wrong tries
/// are limited over all conversations together (<see cref="WrongTries"/>); those of one conversation are kept with it
/// (<see cref="Talk.CodeAttempts"/>).
/// </summary>
public sealed class AccessCode
{
    /// <summary>Wrong tries in one conversation, after which it may not try again.</summary>
    public const int MostWrongPerConversation = 5;

    private readonly byte[]? expected;
    private readonly WrongTries tries;

    /// <param name="code">Null or empty where nobody becomes a coordinator by a code.</param>
    public AccessCode(string? code, TimeProvider time)
    {
        expected = string.IsNullOrWhiteSpace(code) ? null : Hash(code.Trim());
        tries = new WrongTries(time);
    }

    public AccessCodeOutcome Try(string code)
    {
        if (expected is null)
            return AccessCodeOutcome.Off;
        if (tries.AreExhausted)
            return AccessCodeOutcome.Exhausted;
        // Hashes have one length, so the comparison tells nothing of the code's.
        if (CryptographicOperations.FixedTimeEquals(Hash(code.Trim()), expected))
            return AccessCodeOutcome.Right;
        tries.Count();
        return AccessCodeOutcome.Wrong;
    }

    private static byte[] Hash(string code) => SHA256.HashData(Encoding.UTF8.GetBytes(code));
}

public enum AccessCodeOutcome
{
    Right,
    Wrong,

    /// <summary>Too many wrong tries of everybody together: nothing is compared for a while.</summary>
    Exhausted,

    /// <summary>No code is set.</summary>
    Off,
}
