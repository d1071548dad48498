using System.Collections.Immutable;
using AgaBot.Plans;
using AgaBot.Plans.Supporting;
using AgaBot.Storage.Shapes;

namespace AgaBot.Storage.Records.Supports;

/// <summary>Finds waiting supports by their counts: each proposal has one count for each shard.</summary>
internal sealed class SupportReview(IEntityStore store, Plan plan) : ISupportReview
{
    private readonly string partition = RowKeys.PlanPartition(plan);

    public async ValueTask<bool?> IsApartAsync(ParticipantId supporter, ReceiptNumber receipt, CancellationToken cancellationToken) =>
        await store.FindAsync(partition, RowKeys.Support(supporter, receipt.Digits), StoredRow.Json.StoredSupport, cancellationToken)
            is { } support
            ? support.Value.Apart is true
            : null;

    public async ValueTask<ImmutableArray<WaitingSupports>> WaitingAsync(CancellationToken cancellationToken)
    {
        var waiting = new SortedDictionary<string, int>(StringComparer.Ordinal);
        await foreach (
            Kept<StoredSupportCount> count in store.AllAsync(
                partition,
                RowKeys.SupportCounts,
                StoredRow.Json.StoredSupportCount,
                cancellationToken
            )
        )
        {
            if (count.Value.Apart is > 0 and var apart)
            {
                string digits = RowKeys.ReceiptOfSupportCount(count.Row);
                waiting[digits] = waiting.GetValueOrDefault(digits) + apart;
            }
        }
        return
        [
            .. waiting.Select(static one =>
                ReceiptNumber.TryParse(one.Key, out ReceiptNumber receipt)
                    ? new WaitingSupports(receipt, one.Value)
                    : throw new InvalidDataException($"{one.Key} is no receipt number.")
            ),
        ];
    }
}
