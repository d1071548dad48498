namespace AgaBot.Plans;

/// <summary>Finds one of a person's own proposals.</summary>
internal static class OwnProposals
{
    private const int PageSize = 50;

    /// <param name="receipt">Null is the one sent last.</param>
    /// <returns>Null where this person sent none under that number, whoever else did.</returns>
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
