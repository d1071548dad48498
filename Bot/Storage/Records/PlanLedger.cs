using System.Collections.Immutable;
using System.Diagnostics;
using AgaBot.Plans;
using AgaBot.Plans.Mesas;
using AgaBot.Storage.Auditing;
using AgaBot.Storage.Shapes;

namespace AgaBot.Storage.Records;

/// <summary>
/// Writes each change of a plan in one batch of the plan's partition: the rows it is about, the counter of the person's
/// shard, and its row in the audit log.
/// </summary>
/// <remarks>
/// A change that was written although its answer was lost is found made when it is applied again: the row it is about
/// says so, and nothing is counted twice.
/// </remarks>
internal sealed class PlanLedger(IEntityStore store, Plan plan, TimeProvider time) : IPlanLedger
{
    private readonly string partition = RowKeys.PlanPartition(plan);
    private readonly ShardLocks locks = new();

    /// <summary>The store as it is for whoever has entered a shard.</summary>
    private readonly LastWriteCache inShard = new(store, RowKeys.IsEndOfShard);

    private readonly OptimisticRetry contention = new(time);
    private readonly LinkLedger links = new(store, plan, time);
    private readonly SupportLedger supports = new(store, plan, time);

    public async ValueTask<ChangeOutcome> ApplyAsync(PlanChange change, DateTimeOffset at, CancellationToken cancellationToken)
    {
        int shard = RowKeys.Shard(CountedWith(change));
        using ShardLocks.Held held = await locks.EnterAsync(shard, cancellationToken);
        ChangeOutcome outcome = await contention.RetryAsync(
            cancellation => TryApplyAsync(change, shard, at, cancellation),
            cancellationToken
        );
        // Looked at after the write, as a link looks for supports after it has closed the id: one of the two sees the other.
        if (change is PlanChange.ProposalSupported && await links.FindMovedAsync(Who(change), cancellationToken) is { } to)
            await supports.MoveAsync(Who(change), to, at, cancellationToken);
        return outcome;
    }

    /// <summary>In whose shard the change is counted: the person's, or the mesa's.</summary>
    private static ParticipantId CountedWith(PlanChange change) => Mesa(change) is { } mesa ? RowKeys.CountedWith(mesa) : Who(change);

    private static MesaId? Mesa(PlanChange change) =>
        change switch
        {
            PlanChange.MesaOpened opened => opened.Mesa.Id,
            PlanChange.MesaCorrected corrected => corrected.Mesa,
            PlanChange.MesaCodeDrawn drawn => drawn.Mesa,
            PlanChange.MesaClosed closed => closed.Mesa,
            PlanChange.SeatClaimed claimed => claimed.Mesa,
            _ => null,
        };

    private static ParticipantId Who(PlanChange change) =>
        change switch
        {
            PlanChange.ParticipantRegistered registered => registered.Participant,
            PlanChange.DraftPlaced placed => placed.Author,
            PlanChange.DraftDiscarded discarded => discarded.Author,
            PlanChange.ProposalSubmitted submitted => submitted.Proposal.Author,
            PlanChange.ProposalSupported supported => supported.Supporter,
            PlanChange.SupportWithdrawn withdrawn => withdrawn.Supporter,
            PlanChange.RoleGranted granted => granted.Participant,
            PlanChange.MesaOpened opened => opened.Mesa.Facilitator,
            PlanChange.MesaCorrected corrected => corrected.By,
            PlanChange.MesaCodeDrawn drawn => drawn.By,
            PlanChange.MesaClosed closed => closed.By,
            PlanChange.SeatClaimed claimed => claimed.By,
            _ => throw new UnreachableException($"No rows for {change.GetType()}."),
        };

    private async ValueTask<ChangeOutcome?> TryApplyAsync(
        PlanChange change,
        int shard,
        DateTimeOffset at,
        CancellationToken cancellationToken
    ) =>
        await EditAsync(change, at, cancellationToken) switch
        {
            PlanEdit.Nothing => new ChangeOutcome.Applied(),
            PlanEdit.ReceiptTaken => new ChangeOutcome.ReceiptTaken(),
            PlanEdit.Outdated => new ChangeOutcome.Outdated(),
            PlanEdit.Write write => await WriteAsync(write, shard, at, cancellationToken) ? new ChangeOutcome.Applied() : null,
            PlanEdit edit => throw new UnreachableException($"No outcome for {edit.GetType()}."),
        };

    private async ValueTask<PlanEdit> EditAsync(PlanChange change, DateTimeOffset at, CancellationToken cancellationToken)
    {
        Kept<StoredDraftEntry>? draft = null;
        if (
            Draft(change) is { } id
            && (draft = await DraftAsync(id, cancellationToken)) is not null
            && draft.Value.Author != Who(change).Value
        )
        {
            // The turn that makes such a change conflicts with the link or the erasure, and is decided again as whom the person has become.
            if (!await BecomesTheirsAsync(id, draft.Value, Who(change), at, cancellationToken))
                return new PlanEdit.Nothing();
            draft = await DraftAsync(id, cancellationToken);
        }

        switch (change)
        {
            case PlanChange.ParticipantRegistered registered:
                return PlanEdit.Register(
                    registered,
                    await store.FindAsync(partition, RowKeys.Member(registered.Participant), StoredRow.Json.StoredMember, cancellationToken)
                );

            case PlanChange.DraftPlaced placed:
                return PlanEdit.Place(placed, draft);

            case PlanChange.DraftDiscarded discarded:
                return PlanEdit.Discard(discarded, draft);

            case PlanChange.ProposalSubmitted { Proposal: var proposal }:
                return PlanEdit.Submit(
                    proposal,
                    draft,
                    await store.FindAsync(
                        partition,
                        RowKeys.Proposal(proposal.Receipt.Digits),
                        StoredRow.Json.StoredProposal,
                        cancellationToken
                    )
                );

            case PlanChange.ProposalSupported supported:
                return await supports.SupportAsync(supported, at, cancellationToken);

            case PlanChange.SupportWithdrawn withdrawn:
                return await supports.WithdrawAsync(withdrawn, cancellationToken);

            case PlanChange.RoleGranted granted:
                return PlanEdit.Grant(
                    granted,
                    await store.FindAsync(
                        partition,
                        RowKeys.RoleGrant(granted.Participant, granted.Role),
                        StoredRow.Json.StoredRoleGrant,
                        cancellationToken
                    ),
                    at
                );

            case PlanChange.MesaOpened opened:
                return MesaEdit.Open(
                    opened,
                    await store.FindAsync(partition, RowKeys.Mesa(opened.Mesa.Id), StoredRow.Json.StoredMesa, cancellationToken),
                    await store.FindAsync(partition, RowKeys.LastMesa, StoredRow.Json.StoredLastNumber, cancellationToken),
                    await CodeAsync(opened.CodeHash, cancellationToken)
                );

            case PlanChange.MesaCodeDrawn drawn:
                return MesaEdit.DrawCode(
                    drawn,
                    await MesaAsync(drawn.Mesa, cancellationToken),
                    await CodeAsync(drawn.CodeHash, cancellationToken)
                );

            case PlanChange.MesaCorrected corrected:
                return MesaEdit.Correct(corrected, await MesaAsync(corrected.Mesa, cancellationToken));

            case PlanChange.MesaClosed closed:
                return MesaEdit.Close(closed, await MesaAsync(closed.Mesa, cancellationToken), at);

            case PlanChange.SeatClaimed claimed:
                return MesaEdit.Claim(
                    claimed,
                    await MesaAsync(claimed.Mesa, cancellationToken),
                    await store.FindAsync(partition, RowKeys.Seat(claimed.By, claimed.Mesa), StoredRow.Json.StoredSeat, cancellationToken),
                    await store.FindAsync(partition, RowKeys.Member(claimed.By), StoredRow.Json.StoredMember, cancellationToken),
                    at
                );

            default:
                throw new UnreachableException($"No rows for {change.GetType()}.");
        }
    }

    private static ProposalId? Draft(PlanChange change) =>
        change switch
        {
            PlanChange.DraftPlaced placed => placed.Draft,
            PlanChange.DraftDiscarded discarded => discarded.Draft,
            PlanChange.ProposalSubmitted submitted => submitted.Proposal.Id,
            PlanChange.ParticipantRegistered
            or PlanChange.RoleGranted
            or PlanChange.ProposalSupported
            or PlanChange.SupportWithdrawn
            or PlanChange.MesaOpened
            or PlanChange.MesaCorrected
            or PlanChange.MesaCodeDrawn
            or PlanChange.MesaClosed
            or PlanChange.SeatClaimed => null,
            _ => throw new UnreachableException($"No rows for {change.GetType()}."),
        };

    /// <summary>
    /// An instance that did not know yet that two people are one may have written under the id that is gone: then it is moved now.
    /// False where <paramref name="author"/> is that id, or was erased with what they had begun.
    /// </summary>
    private async ValueTask<bool> BecomesTheirsAsync(
        ProposalId id,
        StoredDraftEntry draft,
        ParticipantId author,
        DateTimeOffset at,
        CancellationToken cancellationToken
    )
    {
        if (draft.Author == ParticipantId.Nobody.Value)
            return false;
        if (await links.FindMovedAsync(author, cancellationToken) is not null)
            return false;
        var written = new ParticipantId(draft.Author);
        if (await links.FindMovedAsync(written, cancellationToken) == author)
            await links.MoveAsync(written, author, [id], at, cancellationToken);
        return true;
    }

    private async ValueTask<bool> WriteAsync(PlanEdit.Write write, int shard, DateTimeOffset at, CancellationToken cancellationToken)
    {
        ImmutableArray<EntityWrite> batch =
        [
            .. write.Rows,
            .. await inShard.AppendAsync(partition, shard, write.Audit, at, cancellationToken),
        ];
        if (!write.Difference.IsNone)
            batch = batch.Add(await PlanCounters.CountAsync(inShard, partition, shard, write.Difference, cancellationToken));
        return await inShard.WriteAsync(partition, batch, cancellationToken) is WriteOutcome.Written;
    }

    private async ValueTask<Kept<StoredMesa>> MesaAsync(MesaId id, CancellationToken cancellationToken) =>
        await store.FindAsync(partition, RowKeys.Mesa(id), StoredRow.Json.StoredMesa, cancellationToken)
        ?? throw new InvalidOperationException($"Mesa {id} was never opened.");

    private ValueTask<Kept<StoredMesaCode>?> CodeAsync(string hash, CancellationToken cancellationToken) =>
        store.FindAsync(partition, RowKeys.MesaCode(hash), StoredRow.Json.StoredMesaCode, cancellationToken);

    private ValueTask<Kept<StoredDraftEntry>?> DraftAsync(ProposalId id, CancellationToken cancellationToken) =>
        store.FindAsync(partition, RowKeys.Draft(id), StoredRow.Json.StoredDraftEntry, cancellationToken);
}
