namespace AgaBot.Storage.Shapes;

/// <summary>A row of partition <c>rounds</c>, under the name of a job: how far the job has come.</summary>
internal sealed record StoredJobLease(int V, DateTimeOffset Began, int Done, DateTimeOffset Until) : IStoredRow;
