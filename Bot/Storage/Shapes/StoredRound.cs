namespace AgaBot.Storage.Shapes;

/// <summary>A row of partition <c>rounds</c>, under what is done: how far it has come for everybody.</summary>
internal sealed record StoredRound(int V, DateTimeOffset Began, int Done, DateTimeOffset Until) : IStoredRow;
