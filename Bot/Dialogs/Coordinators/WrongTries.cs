namespace AgaBot.Dialogs.Coordinators;

/// <summary>
/// Counts wrong tries of a secret over all conversations together: at most <see cref="MostPerHour"/> in any hour.
/// </summary>
/// <remarks>
/// The tries are counted in the memory of this instance: n instances allow n times as many, and a restart begins anew. That still leaves
/// a guess of six digits years away, and costs no write. A turn that is decided again after a conflict counts its try again, which errs
/// to the safe side.
/// </remarks>
public sealed class WrongTries(TimeProvider time)
{
    public const int MostPerHour = 50;

    private static readonly TimeSpan Window = TimeSpan.FromHours(1);

    private readonly Lock gate = new();
    private readonly Queue<DateTimeOffset> wrong = new();

    public bool AreExhausted
    {
        get
        {
            lock (gate)
            {
                DateTimeOffset now = time.GetUtcNow();
                while (wrong.TryPeek(out DateTimeOffset oldest) && now - oldest >= Window)
                    wrong.Dequeue();
                return wrong.Count >= MostPerHour;
            }
        }
    }

    public void Count()
    {
        lock (gate)
            wrong.Enqueue(time.GetUtcNow());
    }
}
