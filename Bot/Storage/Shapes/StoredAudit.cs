namespace AgaBot.Storage.Shapes;

/// <summary>Row <c>e:…</c>: who changed what, and when. Never what they answered.</summary>
/// <param name="N">Its place in the chain, from 1.</param>
/// <param name="Subject">An id; a person's alias where it is about them, as <paramref name="Who"/> is. Versions before aliases wrote a hash of their id.</param>
/// <param name="Revision">The changed row's.</param>
/// <param name="Hash">Over this entry and the hash of the one before it.</param>
internal sealed record StoredAuditEntry(
    int V,
    long N,
    string What,
    string Subject,
    string Who,
    int Revision,
    DateTimeOffset At,
    string Hash
) : IStoredRow;

/// <summary>Row <c>h:…</c>: where a chain ends. It changes in the batch of each entry, so that no two entries follow the same one.</summary>
internal sealed record StoredAuditHead(int V, long Last, string Hash) : IStoredRow;

/// <summary>Row <c>p:…</c>: what the audit log of the partition calls a person. It is drawn, and goes when the person is erased.</summary>
internal sealed record StoredAlias(int V, string Name) : IStoredRow;
