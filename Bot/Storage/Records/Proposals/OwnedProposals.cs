using System.Collections.Immutable;
using AgaBot.Plans;
using AgaBot.Storage.Auditing;
using AgaBot.Storage.Records.Changes;
using AgaBot.Storage.Records.Ownership;
using AgaBot.Storage.Shapes;

namespace AgaBot.Storage.Records.Proposals;

/// <summary>The drafts and the submitted proposals of an author.</summary>
internal sealed class OwnedProposals(PlanStore plan) : OwnedRows
{
    private const string DraftItem = "draft";
    private const string ProposalItem = "proposal";

    private readonly IEntityStore store = plan.Store;
    private readonly string partition = plan.Partition;
    private readonly OptimisticRetry contention = new(plan.Time);
    private readonly PlanCounters counters = new(plan.Store, plan.Plan);

    /// <summary>Comes first: a support of a person's own proposal is recognised by the author of the proposal.</summary>
    protected override int Order => 0;

    public override async ValueTask MoveAsync(
        ParticipantId from,
        ParticipantId to,
        IReadOnlyCollection<ProposalId> drafts,
        DateTimeOffset at,
        CancellationToken cancellationToken
    )
    {
        foreach (ProposalId draft in drafts)
            await contention.RetryAsync(cancellation => MoveDraftAsync(draft, from, to, at, cancellation), cancellationToken);
        await foreach (Kept<StoredAuthorEntry> entry in SubmittedAsync(from, cancellationToken))
            await contention.RetryAsync(cancellation => MoveSubmittedAsync(entry, from, to, at, cancellation), cancellationToken);
    }

    public override async ValueTask<ImmutableArray<StoredLinkItem>> RememberAsync(
        ParticipantId from,
        ParticipantId to,
        IReadOnlyCollection<ProposalId> drafts,
        DateTimeOffset at,
        CancellationToken cancellationToken
    )
    {
        var items = ImmutableArray.CreateBuilder<StoredLinkItem>();
        foreach (ProposalId draft in drafts)
            items.Add(new StoredLinkItem(StoredRow.Version, at, DraftItem, draft.Value, from.Value));
        await foreach (Kept<StoredAuthorEntry> entry in SubmittedAsync(from, cancellationToken))
            items.Add(new StoredLinkItem(StoredRow.Version, at, ProposalItem, entry.Value.Receipt, from.Value));
        return items.ToImmutable();
    }

    /// <summary>A draft that was sent since the link returns as a proposal.</summary>
    public override async ValueTask ReturnAsync(
        StoredLinkItem item,
        ParticipantId from,
        ParticipantId to,
        DateTimeOffset at,
        CancellationToken cancellationToken
    )
    {
        string? receipt = item.Kind == ProposalItem ? item.Id : null;
        if (item.Kind == DraftItem)
        {
            var id = new ProposalId(item.Id);
            await contention.RetryAsync(cancellation => MoveDraftAsync(id, to, from, at, cancellation), cancellationToken);
            receipt = (await FindDraftAsync(id, cancellationToken))?.Value is { State: DraftState.Submitted } sent ? sent.Receipt : null;
        }
        if (receipt is not null)
            await contention.RetryAsync(cancellation => ReturnSubmittedAsync(receipt, from, to, at, cancellation), cancellationToken);
    }

    public override async ValueTask EraseAsync(
        ParticipantId id,
        IReadOnlyCollection<ProposalId> drafts,
        DateTimeOffset at,
        CancellationToken cancellationToken
    )
    {
        foreach (ProposalId draft in drafts)
            await DropAsync(id, draft, at, cancellationToken);
        await foreach (Kept<StoredAuthorEntry> entry in SubmittedAsync(id, cancellationToken))
            await contention.RetryAsync(cancellation => EraseAuthorAsync(id, entry.Value.Receipt, at, cancellation), cancellationToken);
    }

    /// <summary>Discards a draft of a person who is erased. Where it is submitted by now, it loses its author.</summary>
    public ValueTask DropAsync(ParticipantId id, ProposalId draft, DateTimeOffset at, CancellationToken cancellationToken) =>
        contention.RetryAsync(cancellation => TryDropAsync(id, draft, at, cancellation), cancellationToken);

    private IAsyncEnumerable<Kept<StoredAuthorEntry>> SubmittedAsync(ParticipantId author, CancellationToken cancellationToken) =>
        store.AllAsync(partition, RowKeys.Author(author), StoredRow.Json.StoredAuthorEntry, cancellationToken);

    private async ValueTask<bool> ReturnSubmittedAsync(
        string receipt,
        ParticipantId from,
        ParticipantId to,
        DateTimeOffset at,
        CancellationToken cancellationToken
    )
    {
        StoredProposal proposal = (await FindSubmittedAsync(receipt, cancellationToken)).Value;
        if (proposal.Author != to.Value)
            return true;
        string row = RowKeys.AuthorEntry(proposal.ToProposal());
        return await store.FindAsync(partition, row, StoredRow.Json.StoredAuthorEntry, cancellationToken) is { } entry
            && await MoveSubmittedAsync(entry, to, from, at, cancellationToken);
    }

    private async ValueTask<bool> MoveDraftAsync(
        ProposalId id,
        ParticipantId from,
        ParticipantId to,
        DateTimeOffset at,
        CancellationToken cancellationToken
    )
    {
        Kept<StoredDraftEntry>? before = await FindDraftAsync(id, cancellationToken);
        if (before is null || before.Value.Author != from.Value || before.Value.State == DraftState.Submitted)
            return true;
        PlanCounts counts = ProposalCounts.OfDraft(before.Value);
        return await counters.WriteAsync(
            [MovedDraft(before, to)],
            new Audit("draft-moved", id.Value, to, before.Value.Revision + 1),
            at,
            [(from, counts.Negated()), (to, counts)],
            cancellationToken
        );
    }

    private async ValueTask<bool> MoveSubmittedAsync(
        Kept<StoredAuthorEntry> entry,
        ParticipantId from,
        ParticipantId to,
        DateTimeOffset at,
        CancellationToken cancellationToken
    )
    {
        Kept<StoredProposal> before = await FindSubmittedAsync(entry.Value.Receipt, cancellationToken);
        if (before.Value.Author != from.Value)
            return true;
        StoredProposal after = before.Value with { Author = to.Value };
        Proposal moved = after.ToProposal();
        Kept<StoredDraftEntry>? draft = await FindDraftAsync(moved.Id, cancellationToken);
        PlanCounts counts = ProposalCounts.OfSubmitted(after.Kind, after.Component);
        return await counters.WriteAsync(
            [
                StoreReads.Put(before.Row, after, StoredRow.Json.StoredProposal, before.ETag),
                new EntityWrite.Delete(entry.Row, entry.ETag),
                new EntityWrite.Insert(RowKeys.AuthorEntry(moved), StoredRow.Write(entry.Value, StoredRow.Json.StoredAuthorEntry)),
                .. draft is null ? ImmutableArray<EntityWrite>.Empty : [MovedDraft(draft, to)],
            ],
            new Audit("proposal-moved", moved.Id.Value, to, draft?.Value.Revision ?? 0),
            at,
            [(from, counts.Negated()), (to, counts)],
            cancellationToken
        );
    }

    private async ValueTask<bool> TryDropAsync(
        ParticipantId id,
        ProposalId proposal,
        DateTimeOffset at,
        CancellationToken cancellationToken
    )
    {
        Kept<StoredDraftEntry>? before = await FindDraftAsync(proposal, cancellationToken);
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
            [(id, ProposalCounts.OfDraft(before.Value).Negated())],
            cancellationToken
        );
    }

    private async ValueTask<bool> EraseAuthorAsync(ParticipantId id, string receipt, DateTimeOffset at, CancellationToken cancellationToken)
    {
        Kept<StoredProposal> before = await FindSubmittedAsync(receipt, cancellationToken);
        if (before.Value.Author != id.Value)
            return true;
        Proposal proposal = before.Value.ToProposal();
        Kept<StoredDraftEntry> draft =
            await FindDraftAsync(proposal.Id, cancellationToken)
            ?? throw new InvalidDataException($"Proposal {proposal.Id} was sent and never begun.");
        Entity entry =
            await store.GetAsync(partition, RowKeys.AuthorEntry(proposal), cancellationToken)
            ?? throw new InvalidDataException($"Proposal {proposal.Id} is not among those of its author.");
        StoredProposal nobodys = before.Value with { Author = ParticipantId.Nobody.Value };
        StoredDraftEntry after = Nobodys(draft.Value);
        PlanCounts counts = ProposalCounts.OfSubmitted(proposal.Kind, proposal.ComponentId);
        return await counters.WriteAsync(
            [
                StoreReads.Put(before.Row, nobodys, StoredRow.Json.StoredProposal, before.ETag),
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

    private ValueTask<Kept<StoredDraftEntry>?> FindDraftAsync(ProposalId id, CancellationToken cancellationToken) =>
        store.FindAsync(partition, RowKeys.Draft(id), StoredRow.Json.StoredDraftEntry, cancellationToken);

    private async ValueTask<Kept<StoredProposal>> FindSubmittedAsync(string receipt, CancellationToken cancellationToken) =>
        await store.FindAsync(partition, RowKeys.Proposal(receipt), StoredRow.Json.StoredProposal, cancellationToken)
        ?? throw new InvalidDataException($"Nothing is kept under receipt {receipt}, which another row names.");

    private static EntityWrite MovedDraft(Kept<StoredDraftEntry> before, ParticipantId to)
    {
        StoredDraftEntry after = before.Value with { Author = to.Value, Revision = before.Value.Revision + 1 };
        return StoreReads.Put(before.Row, after, StoredRow.Json.StoredDraftEntry, before.ETag);
    }

    private static StoredDraftEntry Nobodys(StoredDraftEntry entry) =>
        entry with
        {
            Author = ParticipantId.Nobody.Value,
            Revision = entry.Revision + 1,
        };
}
