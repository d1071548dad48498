using AgaBot.Consultations;
using AgaBot.Plans;
using AgaBot.Storage.Auditing;
using AgaBot.Storage.Records.Linking;
using AgaBot.Storage.Shapes;

namespace AgaBot.Storage.Records.Consultations;

internal sealed class ConsultationRespondedWriter(PlanStore plan) : ConsultationChangeWriter<ConsultationResponded>
{
    private readonly LinkLedger links = new(plan.Store, plan.Plan, plan.Time);

    protected override async ValueTask<bool> TryWriteAsync(ConsultationResponded change, CancellationToken cancellationToken)
    {
        (ConsultationResponse response, Consultation to) = change;
        string shard = RowKeys.ResponsePartition(to.Id, RowKeys.Shard(response.Participant));
        string row = RowKeys.Response(response.Participant);
        Kept<StoredResponse>? before = await plan.Store.FindAsync(shard, row, StoredRow.Json.StoredResponse, cancellationToken);

        // The same answer again is the same response, which keeps its first time.
        if (before?.Value.Answer.ToAnswer() == response.Answer)
            return true;

        Tally difference = ResponseCounts.Of(to, response.Answer);
        if (before is not null)
            difference = difference.Plus(ResponseCounts.Of(to, before.Value.Answer.ToAnswer(), -1));
        var after = new StoredResponse(
            StoredRow.Version,
            response.Participant.Value,
            StoredAnswer.Of(response.Answer),
            response.At,
            (before?.Value.Revision ?? 0) + 1
        );
        var audit = new Audit("consultation-responded", to.Id.Value, response.Participant, after.Revision);
        return await plan.Store.WriteAsync(
                shard,
                [
                    StoreReads.Put(row, after, StoredRow.Json.StoredResponse, before?.ETag),
                    await plan.Store.CountAsync(shard, to, difference, cancellationToken),
                    .. await plan.Store.AppendAsync(shard, RowKeys.Shard(response.Participant), audit, response.At, cancellationToken),
                ],
                cancellationToken
            ) is WriteOutcome.Written;
    }

    /// <summary>
    /// Looks for a link after the write, as a link looks for responses after it has closed the id: one of the two sees the other.
    /// </summary>
    protected override async ValueTask FinishAsync(ConsultationResponded change, CancellationToken cancellationToken)
    {
        ParticipantId participant = change.Response.Participant;
        if (await links.FindMovedAsync(participant, cancellationToken) is { } to)
            await links.MoveAsync(participant, to, [], plan.Time.GetUtcNow(), cancellationToken);
    }
}
