namespace AgaBot.Storage.Shapes;

/// <summary>
/// Row <c>s:…</c> of a plan's partition: a person supports a proposal. The row is deleted when they withdraw the support.
/// </summary>
/// <param name="Proposal">The id of the proposal with number <paramref name="Receipt"/>.</param>
internal sealed record StoredSupport(int V, string Participant, string Proposal, string Receipt, DateTimeOffset At) : IStoredRow;

/// <summary>Row <c>sn:…</c> of a plan's partition: the share of one shard in the supports of a proposal.</summary>
internal sealed record StoredSupportCount(int V, int Count) : IStoredRow;
