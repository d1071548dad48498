using AgaBot.Plans;
using AgaBot.Storage.Shapes;

namespace AgaBot.Storage.Records.Proposals;

/// <summary>Reads proposals by the rows that name their receipts.</summary>
internal static class ProposalReads
{
    /// <param name="entry">A row of an author's or a mesa's.</param>
    public static Task<Proposal> ProposalAsync(
        this IEntityStore store,
        string partition,
        Entity entry,
        CancellationToken cancellationToken
    ) => store.ProposalAsync(partition, StoredRow.Read(entry, StoredRow.Json.StoredAuthorEntry).Receipt, cancellationToken);

    public static async Task<Proposal> ProposalAsync(
        this IEntityStore store,
        string partition,
        string receipt,
        CancellationToken cancellationToken
    )
    {
        Kept<StoredProposal>? kept = await store.FindAsync(
            partition,
            RowKeys.Proposal(receipt),
            StoredRow.Json.StoredProposal,
            cancellationToken
        );
        return kept?.Value.ToProposal()
            ?? throw new InvalidDataException($"Nothing is kept under receipt {receipt}, which another row names.");
    }
}
