using System.Collections.Immutable;
using AgaBot.Plans;
using AgaBot.Plans.Linking;
using AgaBot.Storage.Auditing;
using AgaBot.Storage.Records.Changes;
using AgaBot.Storage.Records.Ownership;
using AgaBot.Storage.Records.Participants;
using AgaBot.Storage.Shapes;

namespace AgaBot.Storage.Records.Linking;

/// <summary>
/// Moves a person's rows to the id that stays. First the member's row says where the person went, so that nothing more is written under the
/// id that goes; then the rows of each feature move.
/// </summary>
internal sealed class LinkLedger(IEntityStore store, Plan plan, TimeProvider time) : ILinkLedger
{
    private readonly string partition = RowKeys.PlanPartition(plan);
    private readonly OptimisticRetry contention = new(time);
    private readonly PlanCounters counters = new(store, plan);

    /// <summary>Created when they are needed: most writers of changes hold a ledger and never link.</summary>
    private readonly Lazy<ImmutableArray<OwnedRows>> owned = new(() => OwnedRows.OfAllFeatures(new PlanStore(store, plan, time)));

    public async ValueTask MoveAsync(
        ParticipantId from,
        ParticipantId to,
        IReadOnlyCollection<ProposalId> drafts,
        DateTimeOffset at,
        CancellationToken cancellationToken
    )
    {
        await contention.RetryAsync(cancellation => CloseMemberAsync(from, to, at, cancellation), cancellationToken);
        foreach (OwnedRows rows in owned.Value)
            await rows.MoveAsync(from, to, drafts, at, cancellationToken);
    }

    public async ValueTask RecordDeclinedAsync(
        ParticipantId maker,
        ParticipantId by,
        DateTimeOffset at,
        CancellationToken cancellationToken
    )
    {
        Audit declined = Audit.OfPerson("link-declined", maker, by, 1);
        await contention.RetryAsync(cancellation => counters.WriteAsync([], declined, at, [], cancellation), cancellationToken);
    }

    /// <summary>The participant that a person has become part of, at last; null where they are still themself.</summary>
    public async ValueTask<ParticipantId?> FindMovedAsync(ParticipantId participant, CancellationToken cancellationToken)
    {
        ParticipantId? moved = null;
        while (
            await store.FindAsync(partition, RowKeys.Member(moved ?? participant), StoredRow.Json.StoredMember, cancellationToken)
                is { Value.LinkedTo: { } next }
        )
            moved = new ParticipantId(next);
        return moved;
    }

    private async ValueTask<bool> CloseMemberAsync(
        ParticipantId from,
        ParticipantId to,
        DateTimeOffset at,
        CancellationToken cancellationToken
    )
    {
        string row = RowKeys.Member(from);
        Kept<StoredMember>? before = await store.FindAsync(partition, row, StoredRow.Json.StoredMember, cancellationToken);
        if (before?.Value.LinkedTo is not null)
            return true;
        StoredMember closed = (before?.Value ?? new StoredMember(StoredRow.Version, from.Value, Type: "", Revision: 0)) with
        {
            LinkedTo = to.Value,
        };
        PlanCounts gone = before is null ? PlanCounts.None : MemberCounts.Of(before.Value).Negated();
        return await counters.WriteAsync(
            [StoreReads.Put(row, closed, StoredRow.Json.StoredMember, before?.ETag)],
            Audit.OfPerson("participant-linked", from, to, closed.Revision),
            at,
            [(from, gone)],
            cancellationToken
        );
    }
}
