using AgaBot.Plans;
using AgaBot.Storage.Records.Changes;
using AgaBot.Storage.Shapes;

namespace AgaBot.Storage.Records.Proposals;

internal sealed class ProposalSubmittedWriter(PlanStore plan) : DraftChangeWriter<ProposalSubmitted>(plan)
{
    protected override async ValueTask<PlanEdit> EditAsync(
        ProposalSubmitted change,
        Kept<StoredDraftEntry>? draft,
        CancellationToken cancellationToken
    )
    {
        Proposal proposal = change.Proposal;
        Kept<StoredProposal>? underReceipt = await Store.FindAsync(
            Partition,
            RowKeys.Proposal(proposal.Receipt.Digits),
            StoredRow.Json.StoredProposal,
            cancellationToken
        );
        if (underReceipt is not null && underReceipt.Value.Id != proposal.Id.Value)
            return PlanEdit.ReceiptTaken;

        // It was submitted under another number, drawn when this number was another proposal's: deciding again leads to that number.
        if (draft is { Value.State: DraftState.Submitted })
            return draft.Value.Receipt == proposal.Receipt.Digits && underReceipt is not null
                ? SubmitAgain(change, draft, underReceipt)
                : PlanEdit.ReceiptTaken;

        return Submit(change, draft);
    }

    protected override ValueTask TakeBackAsync(
        ProposalSubmitted change,
        ParticipantId erased,
        DateTimeOffset at,
        CancellationToken cancellationToken
    ) => Owned.DropAsync(erased, change.DraftId, at, cancellationToken);

    private static PlanEdit.Write Submit(ProposalSubmitted change, Kept<StoredDraftEntry>? draft)
    {
        Proposal proposal = change.Proposal;
        var entry = new StoredDraftEntry(
            StoredRow.Version,
            DraftState.Submitted,
            proposal.Kind,
            proposal.Author.Value,
            NextRevision(draft),
            proposal.ComponentId,
            proposal.Receipt.Digits
        );
        return Become(
            change,
            entry,
            draft,
            "proposal-submitted",
            [
                new EntityWrite.Insert(RowKeys.Proposal(proposal.Receipt.Digits), Bytes(proposal)),
                new EntityWrite.Insert(RowKeys.AuthorEntry(proposal), ReceiptEntry(proposal)),
                .. proposal.Mesa is { } mesa
                    ? [new EntityWrite.Insert(RowKeys.MesaEntry(mesa.Id, proposal), ReceiptEntry(proposal))]
                    : Array.Empty<EntityWrite>(),
            ]
        );
    }

    /// <summary>
    /// A turn that broke off before its commit submitted the proposal. What its author has answered since then, and sends now, replaces the
    /// answers under the same number.
    /// </summary>
    private static PlanEdit SubmitAgain(ProposalSubmitted change, Kept<StoredDraftEntry> draft, Kept<StoredProposal> sent)
    {
        Proposal proposal = change.Proposal;
        Proposal after = proposal with
        {
            SubmittedAt = sent.Value.SubmittedAt,
            ChangedAt = sent.Value.ChangedAt,
            HiddenBecause = sent.Value.HiddenBecause,
        };
        // A turn that another turn overtook sends older answers.
        if (
            proposal.SubmittedAt <= (sent.Value.ChangedAt ?? sent.Value.SubmittedAt)
            || Bytes(after).AsSpan().SequenceEqual(Bytes(sent.Value.ToProposal()))
        )
            return PlanEdit.Nothing;

        StoredDraftEntry entry = draft.Value with
        {
            Kind = proposal.Kind,
            Component = proposal.ComponentId,
            Revision = NextRevision(draft),
        };
        StoredProposal changed = StoredProposal.Of(after with { ChangedAt = proposal.SubmittedAt });
        return Become(
            change,
            entry,
            draft,
            "proposal-submitted",
            [StoreReads.Put(sent.Row, changed, StoredRow.Json.StoredProposal, sent.ETag)]
        );
    }

    private static byte[] Bytes(Proposal proposal) => StoredRow.Write(StoredProposal.Of(proposal), StoredRow.Json.StoredProposal);

    private static byte[] ReceiptEntry(Proposal proposal) =>
        StoredRow.Write(new StoredAuthorEntry(StoredRow.Version, proposal.Receipt.Digits), StoredRow.Json.StoredAuthorEntry);
}
