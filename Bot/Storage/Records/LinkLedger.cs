using System.Collections.Immutable;
using AgaBot.Consultations;
using AgaBot.Plans;
using AgaBot.Plans.Linking;
using AgaBot.Storage.Auditing;
using AgaBot.Storage.Shapes;

namespace AgaBot.Storage.Records;

/// <summary>
/// Moves a person's rows to the id that stays: first their member's row says where they went, so that nothing more is written under the
/// id that goes; then each proposal and draft, in one batch with the counters of both shards; then each seat and each response.
/// </summary>
internal sealed class LinkLedger(IEntityStore store, Plan plan, TimeProvider time) : ILinkLedger
{
    private readonly string partition = RowKeys.PlanPartition(plan);
    private readonly ConsultationRecords consultations = new(store, plan);
    private readonly OptimisticRetry contention = new(time);
    private readonly PlanCounters counters = new(store, plan);
    private readonly SeatMoves seats = new(store, plan, time);
    private readonly SupportLedger supports = new(store, plan, time);

    public async ValueTask MoveAsync(
        ParticipantId from,
        ParticipantId to,
        IReadOnlyCollection<ProposalId> drafts,
        DateTimeOffset at,
        CancellationToken cancellationToken
    )
    {
        await contention.RetryAsync(cancellation => CloseMemberAsync(from, to, at, cancellation), cancellationToken);
        foreach (ProposalId draft in drafts)
            await contention.RetryAsync(cancellation => MoveDraftAsync(draft, from, to, at, cancellation), cancellationToken);
        await foreach (
            Kept<StoredAuthorEntry> entry in store.AllAsync(
                partition,
                RowKeys.Author(from),
                StoredRow.Json.StoredAuthorEntry,
                cancellationToken
            )
        )
            await contention.RetryAsync(cancellation => MoveProposalAsync(entry, from, to, at, cancellation), cancellationToken);
        await seats.MoveAsync(from, to, at, cancellationToken);
        await supports.MoveAsync(from, to, at, cancellationToken);
        foreach (Consultation consultation in await consultations.OpenAsync(cancellationToken))
            await MoveResponseAsync(consultation, from, to, at, cancellationToken);
    }

    /// <summary>Whom a person has become part of, at last; null where they are still themself.</summary>
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
        PlanCounts gone = before is null ? PlanCounts.None : PlanEdit.Counted(before.Value).Negated();
        return await WriteAsync(
            [StoreReads.Put(row, closed, StoredRow.Json.StoredMember, before?.ETag)],
            Audit.OfPerson("participant-linked", from, to, closed.Revision),
            at,
            from,
            to,
            gone,
            PlanCounts.None,
            cancellationToken
        );
    }

    private async ValueTask<bool> MoveDraftAsync(
        ProposalId id,
        ParticipantId from,
        ParticipantId to,
        DateTimeOffset at,
        CancellationToken cancellationToken
    )
    {
        Kept<StoredDraftEntry>? before = await store.FindAsync(
            partition,
            RowKeys.Draft(id),
            StoredRow.Json.StoredDraftEntry,
            cancellationToken
        );
        if (before is null || before.Value.Author != from.Value || before.Value.State == DraftState.Submitted)
            return true;
        PlanCounts counts = PlanEdit.CountedAsDraft(before.Value);
        return await WriteAsync(
            [MovedDraft(before, to)],
            new Audit("draft-moved", id.Value, to, before.Value.Revision + 1),
            at,
            from,
            to,
            counts.Negated(),
            counts,
            cancellationToken
        );
    }

    private async ValueTask<bool> MoveProposalAsync(
        Kept<StoredAuthorEntry> entry,
        ParticipantId from,
        ParticipantId to,
        DateTimeOffset at,
        CancellationToken cancellationToken
    )
    {
        string receipt = entry.Value.Receipt;
        Kept<StoredProposal> before =
            await store.FindAsync(partition, RowKeys.Proposal(receipt), StoredRow.Json.StoredProposal, cancellationToken)
            ?? throw new InvalidDataException($"Nothing is kept under receipt {receipt}, which another row names.");
        if (before.Value.Author != from.Value)
            return true;
        StoredProposal after = before.Value with { Author = to.Value };
        Proposal moved = after.ToProposal();
        Kept<StoredDraftEntry>? draft = await store.FindAsync(
            partition,
            RowKeys.Draft(moved.Id),
            StoredRow.Json.StoredDraftEntry,
            cancellationToken
        );
        PlanCounts counts = PlanEdit.CountedAsSubmitted(after.Kind, after.Component);
        return await WriteAsync(
            [
                StoreReads.Put(before.Row, after, StoredRow.Json.StoredProposal, before.ETag),
                new EntityWrite.Delete(entry.Row, entry.ETag),
                new EntityWrite.Insert(RowKeys.AuthorEntry(moved), StoredRow.Write(entry.Value, StoredRow.Json.StoredAuthorEntry)),
                .. draft is null ? ImmutableArray<EntityWrite>.Empty : [MovedDraft(draft, to)],
            ],
            new Audit("proposal-moved", moved.Id.Value, to, draft?.Value.Revision ?? 0),
            at,
            from,
            to,
            counts.Negated(),
            counts,
            cancellationToken
        );
    }

    private static EntityWrite MovedDraft(Kept<StoredDraftEntry> before, ParticipantId to) =>
        StoreReads.Put(
            before.Row,
            before.Value with
            {
                Author = to.Value,
                Revision = before.Value.Revision + 1,
            },
            StoredRow.Json.StoredDraftEntry,
            before.ETag
        );

    /// <summary>
    /// The two are in partitions of their own: it is there twice for a moment, and then once. A crash between leaves the rest to the next
    /// time, as the note that somebody is to be absorbed is still there.
    /// </summary>
    private async ValueTask MoveResponseAsync(
        Consultation consultation,
        ParticipantId from,
        ParticipantId to,
        DateTimeOffset at,
        CancellationToken cancellationToken
    )
    {
        string shard = RowKeys.ResponsePartition(consultation.Id, RowKeys.Shard(from));
        if (await store.FindAsync(shard, RowKeys.Response(from), StoredRow.Json.StoredResponse, cancellationToken) is not { } response)
            return;
        string target = RowKeys.ResponsePartition(consultation.Id, RowKeys.Shard(to));
        StoredResponse moved = response.Value with { Participant = to.Value };
        await contention.RetryAsync(
            async cancellation =>
                await store.FindAsync(target, RowKeys.Response(to), StoredRow.Json.StoredResponse, cancellation) is not null
                || await WriteResponseAsync(
                    target,
                    consultation,
                    moved,
                    1,
                    StoreReads.Put(RowKeys.Response(to), moved, StoredRow.Json.StoredResponse, before: null),
                    at,
                    cancellation
                ),
            cancellationToken
        );
        await contention.RetryAsync(
            async cancellation =>
                await store.FindAsync(shard, RowKeys.Response(from), StoredRow.Json.StoredResponse, cancellation) is not { } gone
                || await WriteResponseAsync(
                    shard,
                    consultation,
                    gone.Value,
                    -1,
                    new EntityWrite.Delete(gone.Row, gone.ETag),
                    at,
                    cancellation
                ),
            cancellationToken
        );
    }

    private async ValueTask<bool> WriteResponseAsync(
        string shard,
        Consultation consultation,
        StoredResponse response,
        int times,
        EntityWrite write,
        DateTimeOffset at,
        CancellationToken cancellationToken
    )
    {
        EntityWrite count = await store.CountAsync(
            shard,
            consultation,
            ResponseCounts.Of(consultation, response.Answer.ToAnswer(), times),
            cancellationToken
        );
        var who = new ParticipantId(response.Participant);
        ImmutableArray<EntityWrite> entry = await store.AppendAsync(
            shard,
            RowKeys.Shard(who),
            new Audit(times > 0 ? "response-moved-here" : "response-moved-away", consultation.Id.Value, who, response.Revision),
            at,
            cancellationToken
        );
        return await store.WriteAsync(shard, [write, count, .. entry], cancellationToken) is WriteOutcome.Written;
    }

    private ValueTask<bool> WriteAsync(
        ImmutableArray<EntityWrite> rows,
        Audit audit,
        DateTimeOffset at,
        ParticipantId from,
        ParticipantId to,
        PlanCounts lost,
        PlanCounts gained,
        CancellationToken cancellationToken
    ) => counters.WriteAsync(rows, audit, at, [(from, lost), (to, gained)], cancellationToken);
}
