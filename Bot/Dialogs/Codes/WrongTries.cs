namespace AgaBot.Dialogs.Codes;

/// <summary>
/// Counts wrong tries of a secret over all conversations: at most <see cref="MostPerHour"/> an hour by unknown people, and as many by
/// people who are known since an earlier day. Blocking unknown people does not affect known ones.
/// </summary>
/// <remarks>
/// The count is in the memory of this instance: n instances allow n times as many tries, and a restart resets the count. A guess of six
/// digits still takes years, and counting costs no write. A turn that is decided again after a conflict counts its try twice, which errs on
/// the safe side.
/// </remarks>
public sealed class WrongTries(TimeProvider time)
{
    public const int MostPerHour = 50;

    internal static readonly TimeSpan Window = TimeSpan.FromHours(1);

    private readonly Lock gate = new();
    private readonly List<DateTimeOffset> strangers = [];
    private readonly List<DateTimeOffset> known = [];

    /// <summary>Counts a try before the comparison, so that concurrent tries stay within the limit; false if there were too many.</summary>
    public bool TryCount(bool isKnown)
    {
        lock (gate)
        {
            List<DateTimeOffset> tries = Of(isKnown);
            DateTimeOffset now = time.GetUtcNow();
            tries.RemoveAll(one => now - one >= Window);
            if (tries.Count >= MostPerHour)
                return false;
            tries.Add(now);
            return true;
        }
    }

    /// <summary>Uncounts the last try, which turned out to be right.</summary>
    public void TakeBack(bool isKnown)
    {
        lock (gate)
        {
            if (Of(isKnown) is { Count: > 0 } tries)
                tries.RemoveAt(tries.Count - 1);
        }
    }

    private List<DateTimeOffset> Of(bool isKnown) => isKnown ? known : strangers;
}
