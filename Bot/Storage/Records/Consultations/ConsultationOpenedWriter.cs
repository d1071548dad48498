using AgaBot.Consultations;
using AgaBot.Storage.Auditing;
using AgaBot.Storage.Shapes;

namespace AgaBot.Storage.Records.Consultations;

internal sealed class ConsultationOpenedWriter(PlanStore plan) : ConsultationChangeWriter<ConsultationOpened>
{
    protected override async ValueTask<bool> TryWriteAsync(ConsultationOpened change, CancellationToken cancellationToken)
    {
        Consultation consultation = change.Consultation;
        string row = RowKeys.Consultation(consultation.Id);
        if (await plan.Store.GetAsync(plan.Partition, row, cancellationToken) is not null)
            return true;

        Kept<StoredLastNumber>? last = await plan.Store.FindAsync(
            plan.Partition,
            RowKeys.LastConsultation,
            StoredRow.Json.StoredLastNumber,
            cancellationToken
        );
        Consultation numbered = consultation with { Number = (last?.Value.Last ?? 0) + 1 };
        var number = new StoredLastNumber(StoredRow.Version, numbered.Number);
        var audit = new Audit("consultation-opened", consultation.Id.Value, consultation.OpenedBy, 1);
        return await plan.Store.WriteAsync(
                plan.Partition,
                [
                    StoreReads.Put(row, StoredConsultation.Of(numbered), StoredRow.Json.StoredConsultation, before: null),
                    StoreReads.Put(RowKeys.LastConsultation, number, StoredRow.Json.StoredLastNumber, last?.ETag),
                    .. await plan.Store.AppendAsync(
                        plan.Partition,
                        RowKeys.Shard(consultation.OpenedBy),
                        audit,
                        consultation.OpenedAt,
                        cancellationToken
                    ),
                ],
                cancellationToken
            ) is WriteOutcome.Written;
    }
}
