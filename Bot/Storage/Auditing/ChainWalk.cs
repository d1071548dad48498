using AgaBot.Storage.Shapes;

namespace AgaBot.Storage.Auditing;

/// <summary>Follows one chain from its first entry, and stops at the first invalid entry.</summary>
/// <param name="sealedAt">The end of the chain when it was sealed; null where it was not sealed.</param>
internal sealed class ChainWalk(string name, SealedChain? sealedAt)
{
    private string hash = AuditChain.Beginning;

    public string Name => name;

    public long Last { get; private set; }

    /// <summary>The first invalid entry, and why; null as long as all entries are valid.</summary>
    public string? Broken { get; private set; }

    public SealedChain End => new(name, Last, hash);

    /// <param name="number">The place of the entry according to its key; null where the key holds no place.</param>
    /// <param name="entry">Null where its row cannot be read.</param>
    public void Take(long? number, StoredAuditEntry? entry)
    {
        if (Broken is not null)
            return;

        long expected = Last + 1;
        if (number is null)
            Break(expected, "a row was put in under a key that is no entry's");
        else if (number != expected)
            Break(expected, "it was removed");
        else if (entry is null)
            Break(expected, "it was changed: it cannot be read");
        else if (entry.N != expected)
            Break(expected, $"entry {entry.N} stands in its place");
        else if (AuditChain.Hash(hash, name, entry) != entry.Hash)
            Break(expected, "it was changed or put in: it does not follow from the one before it");
        else if (sealedAt?.Last == expected && sealedAt.Hash != entry.Hash)
            Break(expected, "it is not the entry that was sealed: the chain was written anew");
        else
            (Last, hash) = (expected, entry.Hash);
    }

    /// <param name="head">The recorded end of the chain; null where no end is recorded.</param>
    public void Finish(StoredAuditHead? head)
    {
        if (Broken is not null)
            return;

        if (sealedAt is not null && sealedAt.Last > Last)
            Break(Last + 1, $"it was removed: the chain was sealed with {sealedAt.Last} entries");
        else if (head is null && Last > 0)
            Break(Last, "nothing says that the chain ends here: its head was removed or changed");
        else if (head is not null && head.Last > Last)
            Break(Last + 1, "it was removed");
        else if (head is not null && head.Last < Last)
            Break(head.Last + 1, "it was put in behind the end of the chain");
        else if (head is not null && head.Hash != hash)
            Break(Last, "it is not the one by which the chain was ended");
    }

    private void Break(long number, string why) => Broken = FormattableString.Invariant($"{name}, entry {number}: {why}");
}
