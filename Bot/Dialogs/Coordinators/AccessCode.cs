using System.Security.Cryptography;
using System.Text;

namespace AgaBot.Dialogs.Coordinators;

/// <summary>
/// The code by which a person becomes a coordinator where no directory says who is one. It is compared in constant time, and wrong tries
/// are limited over all conversations together: <see cref="MostWrongPerHour"/> in any hour.
/// </summary>
/// <remarks>
/// The tries are counted in the memory of this instance: n instances allow n times as many, and a restart begins anew. That still leaves
/// a guess of six digits years away, and costs no write. The tries of one conversation are kept with it (<see cref="Talk.CodeAttempts"/>).
/// A turn that is decided again after a conflict counts its try again, which errs to the safe side.
/// </remarks>
public sealed class AccessCode
{
    public const int MostWrongPerHour = 50;

    /// <summary>Wrong tries in one conversation, after which it may not try again.</summary>
    public const int MostWrongPerConversation = 5;

    private static readonly TimeSpan Window = TimeSpan.FromHours(1);

    private readonly byte[]? expected;
    private readonly TimeProvider time;
    private readonly Lock gate = new();
    private readonly Queue<DateTimeOffset> wrong = new();

    /// <param name="code">Null or empty where nobody becomes a coordinator by a code.</param>
    public AccessCode(string? code, TimeProvider time)
    {
        expected = string.IsNullOrWhiteSpace(code) ? null : Hash(code.Trim());
        this.time = time;
    }

    public AccessCodeOutcome Try(string code)
    {
        if (expected is null)
            return AccessCodeOutcome.Off;
        lock (gate)
        {
            DateTimeOffset now = time.GetUtcNow();
            while (wrong.TryPeek(out DateTimeOffset oldest) && now - oldest >= Window)
                wrong.Dequeue();
            if (wrong.Count >= MostWrongPerHour)
                return AccessCodeOutcome.Exhausted;
            // Hashes have one length, so the comparison tells nothing of the code's.
            if (CryptographicOperations.FixedTimeEquals(Hash(code.Trim()), expected))
                return AccessCodeOutcome.Right;
            wrong.Enqueue(now);
            return AccessCodeOutcome.Wrong;
        }
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
