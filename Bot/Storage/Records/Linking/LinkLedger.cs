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

    private readonly LinkMemories memories = new(store, plan);

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

    /// <summary>The row that says that all is remembered comes last: without it, nothing has moved, and all is remembered again.</summary>
    public async ValueTask RememberAsync(LinkMemory memory, CancellationToken cancellationToken)
    {
        (ParticipantId from, ParticipantId to) = (memory.From, memory.To);
        if (await memories.FindAsync(to, from, cancellationToken) is { } known && known.At == memory.At)
            return;
        await memories.ForgetAsync(to, from, cancellationToken);
        int number = 0;
        foreach (OwnedRows rows in owned.Value)
        {
            foreach (StoredLinkItem item in await rows.RememberAsync(from, to, memory.Drafts, memory.At, cancellationToken))
            {
                string row = RowKeys.LinkItem(to, from, number++);
                await store.WriteAsync(
                    partition,
                    [StoreReads.Put(row, item, StoredRow.Json.StoredLinkItem, before: null)],
                    cancellationToken
                );
            }
        }
        var all = StoredLinkMemory.Of(
            memory,
            (await MemberAsync(from, cancellationToken))?.Value,
            (await MemberAsync(to, cancellationToken))?.Value
        );
        await store.WriteAsync(
            partition,
            [StoreReads.Put(RowKeys.LinkMemory(to, from), all, StoredRow.Json.StoredLinkMemory, before: null)],
            cancellationToken
        );
    }

    public async ValueTask ReturnAsync(LinkMemory memory, DateTimeOffset at, CancellationToken cancellationToken)
    {
        (ParticipantId from, ParticipantId to) = (memory.From, memory.To);
        StoredLinkMemory all =
            (await memories.FindRowAsync(to, from, cancellationToken))?.Value
            ?? throw new InvalidDataException("A link is being undone, and what it moved is not known.");
        await foreach (Kept<StoredLinkItem> item in memories.ItemsAsync(to, from, cancellationToken))
        {
            foreach (OwnedRows rows in owned.Value)
                await rows.ReturnAsync(item.Value, from, to, at, cancellationToken);
        }
        foreach (HeldRole shared in memory.Shared)
            await contention.RetryAsync(cancellation => WithdrawAsync(shared, at, cancellation), cancellationToken);
        await contention.RetryAsync(cancellation => ReopenMemberAsync(all, from, to, at, cancellation), cancellationToken);
    }

    public ValueTask ForgetAsync(ParticipantId to, ParticipantId from, CancellationToken cancellationToken) =>
        memories.ForgetAsync(to, from, cancellationToken);

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

    private async ValueTask<bool> WithdrawAsync(HeldRole shared, DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (await store.GetAsync(partition, RowKeys.RoleGrant(shared.By, shared.Role), cancellationToken) is not { } grant)
            return true;
        return await counters.WriteAsync(
            [new EntityWrite.Delete(grant.Row, grant.ETag)],
            new Audit("role-withdrawn", shared.Role.ToString(), shared.By, 2),
            at,
            [],
            cancellationToken
        );
    }

    /// <summary>Both are counted again as before the link, in one batch.</summary>
    private async ValueTask<bool> ReopenMemberAsync(
        StoredLinkMemory all,
        ParticipantId from,
        ParticipantId to,
        DateTimeOffset at,
        CancellationToken cancellationToken
    )
    {
        if (await MemberAsync(from, cancellationToken) is not { Value.LinkedTo: { } linked } closed || linked != to.Value)
            return true;
        Kept<StoredMember>? joined = await MemberAsync(to, cancellationToken);
        var rows = ImmutableArray.CreateBuilder<EntityWrite>();
        int revision = closed.Value.Revision + 1;
        rows.Add(
            all.FromMember is { } member
                ? StoreReads.Put(closed.Row, member with { Revision = revision }, StoredRow.Json.StoredMember, closed.ETag)
                : new EntityWrite.Delete(closed.Row, closed.ETag)
        );
        PlanCounts goes = all.FromMember is null ? PlanCounts.None : MemberCounts.Of(all.FromMember);
        PlanCounts stays = PlanCounts.None;
        if (joined is not null)
        {
            rows.Add(
                all.ToMember is { } before
                    ? StoreReads.Put(
                        joined.Row,
                        before with
                        {
                            Revision = joined.Value.Revision + 1,
                        },
                        StoredRow.Json.StoredMember,
                        joined.ETag
                    )
                    : new EntityWrite.Delete(joined.Row, joined.ETag)
            );
            stays = (all.ToMember is null ? PlanCounts.None : MemberCounts.Of(all.ToMember)).Plus(MemberCounts.Of(joined.Value).Negated());
        }
        return await counters.WriteAsync(
            rows.ToImmutable(),
            Audit.OfPerson("participant-unlinked", from, to, revision),
            at,
            [(from, goes), (to, stays)],
            cancellationToken
        );
    }

    private ValueTask<Kept<StoredMember>?> MemberAsync(ParticipantId id, CancellationToken cancellationToken) =>
        store.FindAsync(partition, RowKeys.Member(id), StoredRow.Json.StoredMember, cancellationToken);

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
