using AgaBot.Plans;
using AgaBot.Storage.Shapes;
using AgaBot.Turns.Persistence;

namespace AgaBot.Storage.Records.Workshops;

/// <summary>Remembers until when the workshop is open. Asks the store again after a while, beside the request that wants to know.</summary>
internal sealed class WorkshopHours(IEntityStore store, Plan plan) : IWorkshopHours
{
    private static readonly TimeSpan AnswersLast = TimeSpan.FromSeconds(20);

    private readonly Lock gate = new();
    private DateTimeOffset? until;
    private DateTimeOffset askedAt = DateTimeOffset.MinValue;

    public bool IsOpen(DateTimeOffset now)
    {
        lock (gate)
        {
            if ((now - askedAt).Duration() >= AnswersLast)
            {
                askedAt = now;
                _ = AskAsync();
            }
            return now < until;
        }
    }

    private async Task AskAsync()
    {
        try
        {
            Kept<StoredWorkshop>? kept = await store.FindAsync(
                RowKeys.PlanPartition(plan),
                RowKeys.Workshop,
                StoredRow.Json.StoredWorkshop,
                CancellationToken.None
            );
            lock (gate)
                until = kept?.Value.Until;
        }
        catch (StoreUnavailableException)
        {
            // The last answer stays until the store can be asked again.
        }
    }
}
