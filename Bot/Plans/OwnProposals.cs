namespace AgaBot.Plans;

/// <summary>Finds a proposal of a person.</summary>
internal static class OwnProposals
{
    private const int PageSize = 50;

    /// <param name="receipt">Null for the latest one.</param>
    /// <returns>Null if this person submitted none under that number.</returns>
    public static async ValueTask<Proposal?> FindOwnAsync(
        this IPlanRecords records,
        ParticipantId author,
        ReceiptNumber? receipt,
        CancellationToken cancellationToken
    )
    {
        ProposalCursor? after = null;
        do
        {
            ProposalPage page = await records.ByAuthorAsync(author, PageSize, after, cancellationToken);
            if (page.Proposals.FirstOrDefault(proposal => receipt is null || proposal.Receipt == receipt) is { } found)
                return found;
            after = page.Next;
        } while (after is not null);
        return null;
    }
}
