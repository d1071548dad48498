using System.Collections.Immutable;
using AgaBot.Consultations;
using AgaBot.Forms;
using AgaBot.Plans;
using AgaBot.Plans.Erasures;
using AgaBot.Storage.Auditing;
using AgaBot.Storage.Shapes;

namespace AgaBot.Storage.Records;

/// <summary>
/// Makes nobody's what was somebody's, row by row: each batch holds the row, the counters that it changes, and its row in the audit log,
/// which names nobody.
/// </summary>
internal sealed class ErasureLedger(IEntityStore store, Plan plan, TimeProvider time) : IErasureLedger
{
    private readonly string partition = RowKeys.PlanPartition(plan);
    private readonly ConsultationRecords consultations = new(store, plan);
    private readonly OptimisticRetry contention = new(time);
    private readonly PlanCounters counters = new(store, plan);
    private readonly SeatMoves seats = new(store, plan, time);
    private readonly SupportLedger supports = new(store, plan, time);

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
            await DropAsync(id, drafts, at, cancellationToken);
            await foreach (
                Kept<StoredAuthorEntry> entry in store.AllAsync(
                    partition,
                    RowKeys.Author(id),
                    StoredRow.Json.StoredAuthorEntry,
                    cancellationToken
                )
            )
                await contention.RetryAsync(cancellation => EraseAuthorAsync(id, entry.Value.Receipt, at, cancellation), cancellationToken);
            await seats.EraseAsync(id, at, cancellationToken);
            foreach (Consultation consultation in await consultations.OpenAsync(cancellationToken))
            {
                await contention.RetryAsync(cancellation => EraseResponseAsync(id, consultation, at, cancellation), cancellationToken);
                if (consultation.OpenedBy == id)
                    await contention.RetryAsync(cancellation => EraseOpenerAsync(consultation, at, cancellation), cancellationToken);
            }
        }
        await contention.RetryAsync(cancellation => EraseMemberAsync(ids, erasure, at, cancellation), cancellationToken);
    }

    public async ValueTask DropAsync(
        ParticipantId id,
        IReadOnlyCollection<ProposalId> proposals,
        DateTimeOffset at,
        CancellationToken cancellationToken
    )
    {
        foreach (ProposalId proposal in proposals)
            await contention.RetryAsync(cancellation => DropAsync(id, proposal, at, cancellation), cancellationToken);
        await supports.EraseAsync(id, at, cancellationToken);
    }

    public async ValueTask<bool> IsRecordedAsync(string erasure, CancellationToken cancellationToken) =>
        await store.GetAsync(partition, RowKeys.Erasure(erasure), cancellationToken) is not null;

    private async ValueTask<bool> DropAsync(ParticipantId id, ProposalId proposal, DateTimeOffset at, CancellationToken cancellationToken)
    {
        Kept<StoredDraftEntry>? before = await store.FindAsync(
            partition,
            RowKeys.Draft(proposal),
            StoredRow.Json.StoredDraftEntry,
            cancellationToken
        );
        if (before is null || before.Value.Author != id.Value)
            return true;
        if (before.Value is { State: DraftState.Submitted, Receipt: { } receipt })
            return await EraseAuthorAsync(id, receipt, at, cancellationToken);
        StoredDraftEntry after = Nobodys(before.Value) with { State = DraftState.Discarded };
        return await counters.WriteAsync(
            [
                StoreReads.Put(before.Row, after, StoredRow.Json.StoredDraftEntry, before.ETag),
                .. await store.ForgetAliasAsync(partition, id, cancellationToken),
            ],
            new Audit("draft-erased", proposal.Value, ParticipantId.Nobody, after.Revision),
            at,
            [(id, PlanEdit.CountedAsDraft(before.Value).Negated())],
            cancellationToken
        );
    }

    private async ValueTask<bool> EraseAuthorAsync(ParticipantId id, string receipt, DateTimeOffset at, CancellationToken cancellationToken)
    {
        Kept<StoredProposal> before =
            await store.FindAsync(partition, RowKeys.Proposal(receipt), StoredRow.Json.StoredProposal, cancellationToken)
            ?? throw new InvalidDataException($"Nothing is kept under receipt {receipt}, which another row names.");
        if (before.Value.Author != id.Value)
            return true;
        Proposal proposal = before.Value.ToProposal();
        Kept<StoredDraftEntry> draft =
            await store.FindAsync(partition, RowKeys.Draft(proposal.Id), StoredRow.Json.StoredDraftEntry, cancellationToken)
            ?? throw new InvalidDataException($"Proposal {proposal.Id} was sent and never begun.");
        Entity entry =
            await store.GetAsync(partition, RowKeys.AuthorEntry(proposal), cancellationToken)
            ?? throw new InvalidDataException($"Proposal {proposal.Id} is not among those of its author.");
        StoredDraftEntry after = Nobodys(draft.Value);
        PlanCounts counts = PlanEdit.CountedAsSubmitted(proposal.Kind, proposal.ComponentId);
        return await counters.WriteAsync(
            [
                StoreReads.Put(
                    before.Row,
                    before.Value with
                    {
                        Author = ParticipantId.Nobody.Value,
                    },
                    StoredRow.Json.StoredProposal,
                    before.ETag
                ),
                StoreReads.Put(draft.Row, after, StoredRow.Json.StoredDraftEntry, draft.ETag),
                new EntityWrite.Delete(entry.Row, entry.ETag),
                .. await store.ForgetAliasAsync(partition, id, cancellationToken),
            ],
            new Audit("author-erased", proposal.Id.Value, ParticipantId.Nobody, after.Revision),
            at,
            [(id, counts.Negated()), (ParticipantId.Nobody, counts)],
            cancellationToken
        );
    }

    /// <summary>Its count stays where it is; of an open question's answer no word stays.</summary>
    private async ValueTask<bool> EraseResponseAsync(
        ParticipantId id,
        Consultation consultation,
        DateTimeOffset at,
        CancellationToken cancellationToken
    )
    {
        string shard = RowKeys.ResponsePartition(consultation.Id, RowKeys.Shard(id));
        ImmutableArray<EntityWrite> alias = await store.ForgetAliasAsync(shard, id, cancellationToken);
        // A response that was moved away, to whom the person became part of, has left what the log calls them.
        if (await store.FindAsync(shard, RowKeys.Response(id), StoredRow.Json.StoredResponse, cancellationToken) is not { } before)
            return alias.IsEmpty || await store.WriteAsync(shard, alias, cancellationToken) is WriteOutcome.Written;
        StoredResponse counted = before.Value with
        {
            Participant = ParticipantId.Nobody.Value,
            Answer = before.Value.Answer.ToAnswer() is Answer.Choice ? before.Value.Answer : StoredAnswer.Of(new Answer.Text("")),
        };
        return await store.WriteAsync(
                shard,
                [
                    new EntityWrite.Delete(before.Row, before.ETag),
                    .. alias,
                    StoreReads.Put(RowKeys.Anonymous(RowKeys.Responses), counted, StoredRow.Json.StoredResponse, before: null),
                    .. await store.AppendAsync(
                        shard,
                        RowKeys.Shard(id),
                        new Audit("respondent-erased", consultation.Id.Value, ParticipantId.Nobody, counted.Revision),
                        at,
                        cancellationToken
                    ),
                ],
                cancellationToken
            ) is WriteOutcome.Written;
    }

    private async ValueTask<bool> EraseOpenerAsync(Consultation consultation, DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (
            await store.FindAsync(partition, RowKeys.Consultation(consultation.Id), StoredRow.Json.StoredConsultation, cancellationToken)
                is not { } before
            || before.Value.OpenedBy == ParticipantId.Nobody.Value
        )
            return true;
        return await counters.WriteAsync(
            [
                StoreReads.Put(
                    before.Row,
                    before.Value with
                    {
                        OpenedBy = ParticipantId.Nobody.Value,
                    },
                    StoredRow.Json.StoredConsultation,
                    before.ETag
                ),
            ],
            new Audit("opener-erased", consultation.Id.Value, ParticipantId.Nobody, 1),
            at,
            [],
            cancellationToken
        );
    }

    /// <summary>
    /// Roles go, and the row by which the person is counted becomes nobody's: that somebody of this type and gender took part stays a
    /// figure. The record of the erasure is in the same batch, and is there once.
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
            PlanCounts counts = PlanEdit.Counted(member.Value);
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

    private static StoredDraftEntry Nobodys(StoredDraftEntry entry) =>
        entry with
        {
            Author = ParticipantId.Nobody.Value,
            Revision = entry.Revision + 1,
        };
}
