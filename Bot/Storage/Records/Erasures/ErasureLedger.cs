using System.Collections.Immutable;
using AgaBot.Plans;
using AgaBot.Plans.Erasures;
using AgaBot.Storage.Auditing;
using AgaBot.Storage.Records.Changes;
using AgaBot.Storage.Records.Linking;
using AgaBot.Storage.Records.Ownership;
using AgaBot.Storage.Records.Participants;
using AgaBot.Storage.Shapes;

namespace AgaBot.Storage.Records.Erasures;

/// <summary>
/// Makes the rows of a person nobody's: the rows of each feature first, the row by which the person is counted last. The audit log names
/// nobody.
/// </summary>
internal sealed class ErasureLedger(IEntityStore store, Plan plan, TimeProvider time) : IErasureLedger
{
    private readonly string partition = RowKeys.PlanPartition(plan);
    private readonly OptimisticRetry contention = new(time);
    private readonly PlanCounters counters = new(store, plan);
    private readonly ImmutableArray<OwnedRows> owned = OwnedRows.OfAllFeatures(new PlanStore(store, plan, time));
    private readonly LinkMemories memories = new(store, plan);
    private readonly PlanChangeWriters writers = new(new PlanStore(store, plan, time));

    public async ValueTask EraseAsync(
        IReadOnlyCollection<ParticipantId> ids,
        IReadOnlyCollection<ProposalId> drafts,
        string erasure,
        DateTimeOffset at,
        CancellationToken cancellationToken
    )
    {
        foreach (ParticipantId id in ids)
        {
            await memories.ForgetAsync(id, cancellationToken);
            foreach (OwnedRows rows in owned)
                await rows.EraseAsync(id, drafts, at, cancellationToken);
        }
        await contention.RetryAsync(cancellation => EraseMemberAsync(ids, erasure, at, cancellation), cancellationToken);
    }

    public async ValueTask TakeBackAsync(
        ParticipantId id,
        ImmutableArray<PlanChange> changes,
        DateTimeOffset at,
        CancellationToken cancellationToken
    )
    {
        foreach (PlanChange change in changes)
            await writers.Of(change).TakeBackAsync(change, id, at, cancellationToken);
    }

    public async ValueTask<bool> IsRecordedAsync(string erasure, CancellationToken cancellationToken) =>
        await store.GetAsync(partition, RowKeys.Erasure(erasure), cancellationToken) is not null;

    /// <summary>
    /// Deletes the roles, and makes the row by which the person is counted nobody's: the participation figures do not change. The record of
    /// the erasure is in the same batch, and exists once.
    /// </summary>
    private async ValueTask<bool> EraseMemberAsync(
        IReadOnlyCollection<ParticipantId> ids,
        string erasure,
        DateTimeOffset at,
        CancellationToken cancellationToken
    )
    {
        var rows = ImmutableArray.CreateBuilder<EntityWrite>();
        var differences = ImmutableArray.CreateBuilder<(ParticipantId, PlanCounts)>();
        foreach (ParticipantId id in ids)
        {
            EntityPage grants = await store.QueryAsync(
                partition,
                RowRange.StartingWith(RowKeys.RoleGrants(id)),
                EntityLimits.MaxPage,
                after: null,
                cancellationToken
            );
            rows.AddRange(grants.Rows.Select(static grant => new EntityWrite.Delete(grant.Row, grant.ETag)));
            rows.AddRange(await store.ForgetAliasAsync(partition, id, cancellationToken));
            if (await store.FindAsync(partition, RowKeys.Member(id), StoredRow.Json.StoredMember, cancellationToken) is not { } member)
                continue;
            rows.Add(new EntityWrite.Delete(member.Row, member.ETag));
            PlanCounts counts = MemberCounts.Of(member.Value);
            if (counts.IsNone)
                continue;
            StoredMember nobody = member.Value with { Participant = ParticipantId.Nobody.Value };
            rows.Add(StoreReads.Put(RowKeys.Anonymous(RowKeys.Members), nobody, StoredRow.Json.StoredMember, before: null));
            differences.Add((id, counts.Negated()));
            differences.Add((ParticipantId.Nobody, counts));
        }
        string record = RowKeys.Erasure(erasure);
        if (await store.GetAsync(partition, record, cancellationToken) is not null)
            return true;
        rows.Add(StoreReads.Put(record, new StoredErasure(StoredRow.Version, at), StoredRow.Json.StoredErasure, before: null));
        return await counters.WriteAsync(
            rows.ToImmutable(),
            new Audit("person-erased", erasure, ParticipantId.Nobody, 1),
            at,
            differences.ToImmutable(),
            cancellationToken
        );
    }
}
