namespace AgaBot.Storage.Shapes;

/// <summary>The row of a plan that says until when a workshop is open; null after it was closed.</summary>
internal sealed record StoredWorkshop(int V, DateTimeOffset? Until, int Revision) : IStoredRow;
