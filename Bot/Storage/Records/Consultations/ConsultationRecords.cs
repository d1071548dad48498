using System.Collections.Immutable;
using AgaBot.Consultations;
using AgaBot.Plans;
using AgaBot.Storage.Shapes;

namespace AgaBot.Storage.Records.Consultations;

/// <summary>Reads consultations from the plan's partition, and their counts from the partitions of their responses.</summary>
internal sealed class ConsultationRecords(IEntityStore store, Plan plan) : IConsultations
{
    private readonly string partition = RowKeys.PlanPartition(plan);

    public async ValueTask<ImmutableArray<Consultation>> OpenAsync(CancellationToken cancellationToken)
    {
        var open = ImmutableArray.CreateBuilder<Consultation>();
        await foreach (
            Kept<StoredConsultation> row in store.AllAsync(
                partition,
                RowKeys.Consultations,
                StoredRow.Json.StoredConsultation,
                cancellationToken
            )
        )
        {
            open.Add(row.Value.ToConsultation());
        }

        open.Sort((one, other) => one.Number.CompareTo(other.Number));
        return open.ToImmutable();
    }

    public async ValueTask<Tally> TallyAsync(Consultation consultation, CancellationToken cancellationToken)
    {
        Kept<StoredResponseCounter>?[] shards = await Task.WhenAll(
            Enumerable
                .Range(0, RowKeys.Shards)
                .Select(shard =>
                    store
                        .FindAsync(
                            RowKeys.ResponsePartition(consultation.Id, shard),
                            RowKeys.ResponseCounter,
                            StoredRow.Json.StoredResponseCounter,
                            cancellationToken
                        )
                        .AsTask()
                )
        );

        Tally tally = ResponseCounts.None(consultation);
        foreach (Kept<StoredResponseCounter>? shard in shards)
        {
            if (shard is not null)
                tally = tally.Plus(shard.Value.ToTally());
        }

        return tally;
    }
}
