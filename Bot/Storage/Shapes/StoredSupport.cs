namespace AgaBot.Storage.Shapes;

/// <summary>Row <c>s:…</c> of a plan's partition: somebody supports a proposal. It goes when they take that back.</summary>
/// <param name="Proposal">The id of what is kept under <paramref name="Receipt"/>.</param>
internal sealed record StoredSupport(int V, string Participant, string Proposal, string Receipt, DateTimeOffset At) : IStoredRow;

/// <summary>Row <c>sn:…</c> of a plan's partition: a shard's share of how many support a proposal.</summary>
internal sealed record StoredSupportCount(int V, int Count) : IStoredRow;
