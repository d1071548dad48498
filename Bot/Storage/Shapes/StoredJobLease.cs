namespace AgaBot.Storage.Shapes;

/// <summary>A row of partition <c>rounds</c>, under the name of a job: how far the job has come.</summary>
/// <param name="Seen">Missing in rows of earlier versions: then the clock was last seen when the round began.</param>
/// <param name="Count">Missing in rows of earlier versions, whose rounds deleted without counting.</param>
/// <param name="Confirmed">Missing unless the operator has permitted the round.</param>
internal sealed record StoredJobLease(
    int V,
    DateTimeOffset Began,
    int Done,
    DateTimeOffset Until,
    DateTimeOffset? Seen = null,
    StoredRoundCount? Count = null,
    DateTimeOffset? Confirmed = null
) : IStoredRow;

internal sealed record StoredRoundCount(int Slices, int Kept, int Expired);
