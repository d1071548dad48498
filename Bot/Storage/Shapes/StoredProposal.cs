using AgaBot.Plans;

namespace AgaBot.Storage.Shapes;

/// <summary>Row <c>f:…</c> of a plan's partition: a submitted proposal.</summary>
internal sealed record StoredProposal(
    int V,
    string Id,
    ProposalKind Kind,
    string Receipt,
    string Author,
    Dictionary<string, StoredAnswer> Answers,
    DateTimeOffset SubmittedAt,
    ProposalState State,
    string? Component = null,
    StoredMesaRef? Mesa = null,
    string? AddsTo = null,
    DateTimeOffset? ChangedAt = null,
    string? HiddenBecause = null
) : IStoredRow
{
    public static StoredProposal Of(Proposal proposal) =>
        new(
            StoredRow.Version,
            proposal.Id.Value,
            proposal.Kind,
            proposal.Receipt.Digits,
            proposal.Author.Value,
            StoredAnswers.Of(proposal.Answers),
            proposal.SubmittedAt,
            proposal.State,
            proposal.ComponentId,
            StoredMesaRef.Of(proposal.Mesa),
            proposal.AddsTo?.Digits,
            proposal.ChangedAt,
            proposal.HiddenBecause
        );

    public Proposal ToProposal() =>
        new(new ProposalId(Id), Kind, Read(Receipt), new ParticipantId(Author), Component, StoredAnswers.Read(Answers), SubmittedAt, State)
        {
            Mesa = Mesa?.ToMesa(),
            AddsTo = AddsTo is null ? null : Read(AddsTo),
            ChangedAt = ChangedAt,
            HiddenBecause = HiddenBecause,
        };

    private ReceiptNumber Read(string digits) =>
        ReceiptNumber.TryParse(digits, out ReceiptNumber number)
            ? number
            : throw new InvalidDataException($"Proposal {Id} names {digits}, which is no receipt number.");
}

/// <summary>
/// Row <c>d:…</c> of a plan's partition: the state of a draft. The row stays when the draft is gone, so that a repeated change is
/// recognised.
/// </summary>
/// <param name="Revision">Increases with every change, so that each change has its own row in the audit log.</param>
/// <param name="Receipt">The receipt number, once the draft is submitted.</param>
internal sealed record StoredDraftEntry(
    int V,
    DraftState State,
    ProposalKind Kind,
    string Author,
    int Revision,
    string? Component = null,
    string? Receipt = null
) : IStoredRow;

/// <summary>Stored by name: never rename.</summary>
internal enum DraftState
{
    Open,
    Submitted,
    Discarded,
}

/// <summary>Row <c>o:…</c> of a plan's partition: one proposal of an author, newest first.</summary>
internal sealed record StoredAuthorEntry(int V, string Receipt) : IStoredRow;
