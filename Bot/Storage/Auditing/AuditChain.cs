using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AgaBot.Storage.Records;
using AgaBot.Storage.Shapes;

namespace AgaBot.Storage.Auditing;

/// <summary>
/// The audit log of a partition: one chain a shard. Each entry is hashed with the entry before it, and the end of the chain changes in the
/// same batch. Writers conflict only within a shard, as at its counter (docs/decisions/0022).
/// </summary>
internal static class AuditChain
{
    /// <summary>The hash that the first entry follows.</summary>
    public static string Beginning { get; } = new('0', 2 * SHA256.HashSizeInBytes);

    /// <summary>The permanent name of a chain. Its entries are valid in no other chain.</summary>
    public static string Name(string partition, int shard) => string.Create(CultureInfo.InvariantCulture, $"{partition}/{shard:D2}");

    /// <returns>The writes to add to the batch of the change. They conflict where another change was written first.</returns>
    public static async ValueTask<ImmutableArray<EntityWrite>> AppendAsync(
        this IEntityStore store,
        string partition,
        int shard,
        Audit audit,
        DateTimeOffset at,
        CancellationToken cancellationToken
    )
    {
        string row = RowKeys.AuditHead(shard);
        Task<Kept<StoredAuditHead>?> head = store.FindAsync(partition, row, StoredRow.Json.StoredAuditHead, cancellationToken).AsTask();
        AuditAlias who = await store.AliasAsync(partition, audit.Who, cancellationToken);
        AuditAlias? subject =
            audit.Person is { } person && person != audit.Who ? await store.AliasAsync(partition, person, cancellationToken) : null;
        Kept<StoredAuditHead>? before = await head;
        StoredAuditEntry entry = Follow(before?.Value, Name(partition, shard), audit, audit.Subject ?? (subject ?? who).Name, who.Name, at);
        return
        [
            .. who.Writes,
            .. subject?.Writes ?? [],
            new EntityWrite.Insert(RowKeys.AuditEntry(shard, entry.N), StoredRow.Write(entry, StoredRow.Json.StoredAuditEntry)),
            StoreReads.Put(row, new StoredAuditHead(StoredRow.Version, entry.N, entry.Hash), StoredRow.Json.StoredAuditHead, before?.ETag),
        ];
    }

    /// <summary>The expected hash of an entry at its place.</summary>
    /// <param name="previous">The hash of the entry before it.</param>
    public static string Hash(string previous, string chain, StoredAuditEntry entry)
    {
        // A part that may contain the separator is preceded by its length.
        string said = string.Create(
            CultureInfo.InvariantCulture,
            $"{previous}\n{chain}\n{entry.N}\n{entry.At.UtcTicks}\n{entry.Revision}\n"
                + $"{entry.What.Length}:{entry.What}{entry.Subject.Length}:{entry.Subject}{entry.Who}"
        );
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(said)));
    }

    private static StoredAuditEntry Follow(StoredAuditHead? head, string chain, Audit audit, string subject, string who, DateTimeOffset at)
    {
        var entry = new StoredAuditEntry(StoredRow.Version, (head?.Last ?? 0) + 1, audit.What, subject, who, audit.Revision, at, Hash: "");
        return entry with { Hash = Hash(head?.Hash ?? Beginning, chain, entry) };
    }
}
