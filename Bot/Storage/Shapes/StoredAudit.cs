namespace AgaBot.Storage.Shapes;

/// <summary>Row <c>e:…</c>: who changed what, and when. Answers are never recorded.</summary>
/// <param name="N">The place in the chain, from 1.</param>
/// <param name="Subject">
/// An id; for a person their alias, as in <paramref name="Who"/>. Versions before aliases wrote a hash of the id.
/// </param>
/// <param name="Revision">The revision of the changed row.</param>
/// <param name="Hash">The hash over this entry and the hash of the entry before it.</param>
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

/// <summary>
/// Row <c>h:…</c>: the end of a chain. The row changes in the batch of each entry, so that no two entries follow the same entry.
/// </summary>
internal sealed record StoredAuditHead(int V, long Last, string Hash) : IStoredRow;

/// <summary>
/// Row <c>p:…</c>: the random name of a person in the audit log of the partition. The row is deleted when the person is erased.
/// </summary>
internal sealed record StoredAlias(int V, string Name) : IStoredRow;
