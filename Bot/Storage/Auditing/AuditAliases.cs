using System.Collections.Immutable;
using AgaBot.Plans;
using AgaBot.Storage.Records;
using AgaBot.Storage.Shapes;

namespace AgaBot.Storage.Auditing;

/// <summary>
/// What the audit log of a partition calls people: a name drawn for each, in a row of its own. Once that row is gone nothing leads from a
/// person to what the log says of them, as a hash of their id would for whoever knows the id.
/// </summary>
internal static class AuditAliases
{
    /// <summary>What the log calls a person, and what has to be written besides where it has not called them anything yet.</summary>
    public static async ValueTask<AuditAlias> AliasAsync(
        this IEntityStore store,
        string partition,
        ParticipantId person,
        CancellationToken cancellationToken
    )
    {
        // Nobody is one and the same, and was never anybody.
        if (person == ParticipantId.Nobody)
            return new AuditAlias(RowKeys.HashOfNobody, []);

        string row = RowKeys.Alias(person);
        if (await store.FindAsync(partition, row, StoredRow.Json.StoredAlias, cancellationToken) is { } kept)
            return new AuditAlias(kept.Value.Name, []);
        var drawn = new StoredAlias(StoredRow.Version, Guid.NewGuid().ToString("N"));
        return new AuditAlias(drawn.Name, [StoreReads.Put(row, drawn, StoredRow.Json.StoredAlias, before: null)]);
    }

    /// <summary>Lets the log forget whom it means.</summary>
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
