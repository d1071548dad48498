using System.Collections.Immutable;
using AgaBot.Plans;
using AgaBot.Storage.Auditing;
using AgaBot.Storage.Records.Changes;
using AgaBot.Storage.Records.Linking;
using AgaBot.Storage.Shapes;

namespace AgaBot.Storage.Records.Proposals;

/// <summary>Writes a change of a draft, after a check that the draft is the author's.</summary>
internal abstract class DraftChangeWriter<TChange>(PlanStore plan) : PlanChangeWriter<TChange>(plan)
    where TChange : DraftChange
{
    private readonly LinkLedger links = new(plan.Store, plan.Plan, plan.Time);

    protected OwnedProposals Owned { get; } = new(plan);

    /// <param name="draft">The row of the draft; null where it was not begun yet.</param>
    protected abstract ValueTask<PlanEdit> EditAsync(TChange change, Kept<StoredDraftEntry>? draft, CancellationToken cancellationToken);

    protected sealed override async ValueTask<PlanEdit> EditAsync(TChange change, DateTimeOffset at, CancellationToken cancellationToken)
    {
        Kept<StoredDraftEntry>? draft = await FindAsync(change.DraftId, cancellationToken);
        if (draft is not null && draft.Value.Author != change.By.Value)
        {
            // The turn of this change conflicts with the link or the erasure, and is decided again under the person's new id.
            if (!await BecomesTheirsAsync(change, draft.Value, at, cancellationToken))
                return PlanEdit.Nothing;
            draft = await FindAsync(change.DraftId, cancellationToken);
        }
        // The counter of this author's shard would be changed for the draft of another.
        if (draft is not null && draft.Value.Author != change.By.Value)
            throw new InvalidOperationException($"Proposal {change.DraftId} is another participant's.");
        return await EditAsync(change, draft, cancellationToken);
    }

    /// <param name="rows">The rows to write besides the draft's.</param>
    protected static PlanEdit.Write Become(
        TChange change,
        StoredDraftEntry after,
        Kept<StoredDraftEntry>? before,
        string what,
        ImmutableArray<EntityWrite> rows
    ) =>
        new(
            [StoreReads.Put(RowKeys.Draft(change.DraftId), after, StoredRow.Json.StoredDraftEntry, before?.ETag), .. rows],
            ProposalCounts.Of(after).Plus(before is null ? PlanCounts.None : ProposalCounts.Of(before.Value).Negated()),
            new Audit(what, change.DraftId.Value, new ParticipantId(after.Author), after.Revision)
        );

    protected static int NextRevision(Kept<StoredDraftEntry>? before) => (before?.Value.Revision ?? 0) + 1;

    private ValueTask<Kept<StoredDraftEntry>?> FindAsync(ProposalId id, CancellationToken cancellationToken) =>
        Store.FindAsync(Partition, RowKeys.Draft(id), StoredRow.Json.StoredDraftEntry, cancellationToken);

    /// <summary>
    /// An instance that did not know yet of a link may have written the draft under the id that is gone: then the draft is moved now.
    /// False where the author of the change is that id, or was erased with their drafts.
    /// </summary>
    private async ValueTask<bool> BecomesTheirsAsync(
        TChange change,
        StoredDraftEntry draft,
        DateTimeOffset at,
        CancellationToken cancellationToken
    )
    {
        if (draft.Author == ParticipantId.Nobody.Value)
            return false;
        if (await links.FindMovedAsync(change.By, cancellationToken) is not null)
            return false;
        var written = new ParticipantId(draft.Author);
        if (await links.FindMovedAsync(written, cancellationToken) == change.By)
            await links.MoveAsync(written, change.By, [change.DraftId], at, cancellationToken);
        return true;
    }
}
