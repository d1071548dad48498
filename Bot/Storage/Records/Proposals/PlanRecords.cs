using AgaBot.Plans;
using AgaBot.Storage.Shapes;

namespace AgaBot.Storage.Records.Proposals;

/// <summary>Reads a plan's partition.</summary>
internal sealed class PlanRecords(IEntityStore store, Plan plan) : IPlanRecords
{
    private readonly string partition = RowKeys.PlanPartition(plan);

    public async ValueTask<ProposalPage> ByAuthorAsync(
        ParticipantId author,
        int limit,
        ProposalCursor? after,
        CancellationToken cancellationToken
    )
    {
        // One row more than asked for shows whether there is a next page.
        EntityPage page = await store.QueryAsync(
            partition,
            RowRange.StartingWith(RowKeys.Author(author)),
            limit + 1,
            after?.Value,
            cancellationToken
        );
        Entity[] entries = [.. page.Rows.Take(limit)];
        Proposal[] proposals = await Task.WhenAll(entries.Select(entry => store.ProposalAsync(partition, entry, cancellationToken)));
        return new ProposalPage([.. proposals], page.Rows.Length > limit ? new ProposalCursor(entries[^1].Row) : null);
    }

    public async ValueTask<Proposal?> FindAsync(ProposalId id, CancellationToken cancellationToken)
    {
        Kept<StoredDraftEntry>? entry = await store.FindAsync(
            partition,
            RowKeys.Draft(id),
            StoredRow.Json.StoredDraftEntry,
            cancellationToken
        );
        return entry?.Value.Receipt is { } receipt ? await store.ProposalAsync(partition, receipt, cancellationToken) : null;
    }

    public async ValueTask<Proposal?> FindByReceiptAsync(ReceiptNumber receipt, CancellationToken cancellationToken) =>
        (
            await store.FindAsync(partition, RowKeys.Proposal(receipt.Digits), StoredRow.Json.StoredProposal, cancellationToken)
        )?.Value.ToProposal();

    public async ValueTask<PlanCounts> CountsAsync(CancellationToken cancellationToken)
    {
        PlanCounts counts = PlanCounts.None;
        await foreach (
            Kept<StoredPlanCounter> shard in store.AllAsync(
                partition,
                RowKeys.Counters,
                StoredRow.Json.StoredPlanCounter,
                cancellationToken
            )
        )
        {
            counts = counts.Plus(shard.Value.ToCounts());
        }

        return counts;
    }
}
