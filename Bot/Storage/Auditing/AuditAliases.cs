using System.Collections.Immutable;
using AgaBot.Plans;
using AgaBot.Storage.Records;
using AgaBot.Storage.Shapes;

namespace AgaBot.Storage.Auditing;

/// <summary>
/// The names of people in the audit log of a partition: a random name each, kept in a row of its own. Once that row is deleted, nothing
/// leads from a person to their entries. A hash of the id would lead there for anybody who knows the id.
/// </summary>
internal static class AuditAliases
{
    /// <summary>The name of a person in the log, and the row to write where the person has no name yet.</summary>
    public static async ValueTask<AuditAlias> AliasAsync(
        this IEntityStore store,
        string partition,
        ParticipantId person,
        CancellationToken cancellationToken
    )
    {
        // Nobody has a fixed name.
        if (person == ParticipantId.Nobody)
            return new AuditAlias(RowKeys.HashOfNobody, []);

        string row = RowKeys.Alias(person);
        if (await store.FindAsync(partition, row, StoredRow.Json.StoredAlias, cancellationToken) is { } kept)
            return new AuditAlias(kept.Value.Name, []);
        var drawn = new StoredAlias(StoredRow.Version, Guid.NewGuid().ToString("N"));
        return new AuditAlias(drawn.Name, [StoreReads.Put(row, drawn, StoredRow.Json.StoredAlias, before: null)]);
    }

    /// <summary>Deletes the name, so that the log no longer leads to the person.</summary>
    public static async ValueTask<ImmutableArray<EntityWrite>> ForgetAliasAsync(
        this IEntityStore store,
        string partition,
        ParticipantId person,
        CancellationToken cancellationToken
    ) =>
        await store.GetAsync(partition, RowKeys.Alias(person), cancellationToken) is { } kept
            ? [new EntityWrite.Delete(kept.Row, kept.ETag)]
            : [];
}

internal readonly record struct AuditAlias(string Name, ImmutableArray<EntityWrite> Writes);
