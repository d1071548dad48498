namespace AgaBot.Dialogs.Codes;

/// <summary>
/// Counts wrong tries of a secret over all conversations together: at most <see cref="MostPerHour"/> in any hour by strangers, and as many
/// by people who are known since an earlier day. So whoever keeps strangers from trying does not keep those out who were here before.
/// </summary>
/// <remarks>
/// The tries are counted in the memory of this instance: n instances allow n times as many, and a restart begins anew. That still leaves
/// a guess of six digits years away, and costs no write. A turn that is decided again after a conflict counts its try again, which errs
/// to the safe side.
/// </remarks>
public sealed class WrongTries(TimeProvider time)
{
    public const int MostPerHour = 50;

    internal static readonly TimeSpan Window = TimeSpan.FromHours(1);

    private readonly Lock gate = new();
    private readonly List<DateTimeOffset> strangers = [];
    private readonly List<DateTimeOffset> known = [];

    /// <summary>Counts a try before it is compared, so that many at once are no more than the limit; false where there were too many.</summary>
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

    /// <summary>The try counted last was no wrong one.</summary>
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
