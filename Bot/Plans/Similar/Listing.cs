namespace AgaBot.Plans.Similar;

/// <summary>A proposal as an entry of a list.</summary>
/// <param name="Mesa">Number of the mesa that proposes; null if the proposal is the author's own.</param>
internal sealed record Listing(
    ProposalId Id,
    ReceiptNumber Receipt,
    ParticipantId Author,
    int? Mesa,
    DateTimeOffset SubmittedAt,
    string FirstWords
)
{
    public static Listing Of(Proposal proposal) =>
        new(
            proposal.Id,
            proposal.Receipt,
            proposal.Author,
            proposal.Mesa?.Number,
            proposal.SubmittedAt,
            FormDefinitions.FirstWords.Of(proposal)
        );

    public static int NewestFirst(Listing one, Listing other) =>
        other.SubmittedAt.CompareTo(one.SubmittedAt) is not 0 and var later
            ? later
            : string.CompareOrdinal(one.Receipt.Digits, other.Receipt.Digits);
}
