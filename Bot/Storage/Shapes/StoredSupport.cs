namespace AgaBot.Storage.Shapes;

/// <summary>
/// Row <c>s:…</c> of a plan's partition: a person supports a proposal. The row is deleted when they withdraw the support.
/// </summary>
/// <param name="Proposal">The id of the proposal with number <paramref name="Receipt"/>.</param>
/// <param name="Apart">Whether the support waits for a coordinator and is not counted; missing where it counts.</param>
internal sealed record StoredSupport(int V, string Participant, string Proposal, string Receipt, DateTimeOffset At, bool? Apart = null)
    : IStoredRow;

/// <summary>Row <c>sn:…</c> of a plan's partition: the share of one shard in the supports of a proposal.</summary>
/// <param name="Apart">Number of supports that wait for a coordinator; missing where there were none.</param>
internal sealed record StoredSupportCount(int V, int Count, int? Apart = null) : IStoredRow;
