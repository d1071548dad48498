using System.Diagnostics;
using AgaBot.Consultations;
using AgaBot.Plans;
using AgaBot.Storage.Auditing;
using AgaBot.Storage.Shapes;

namespace AgaBot.Storage.Records;

/// <summary>
/// Writes consultations into the plan's partition, and their responses into partitions of their own, shared out by
/// participant: ten thousand people may answer within a minute.
/// </summary>
internal sealed class ConsultationLedger(IEntityStore store, Plan plan, TimeProvider time) : IConsultationLedger
{
    private readonly string partition = RowKeys.PlanPartition(plan);
    private readonly ShardLocks locks = new();
    private readonly OptimisticRetry contention = new(time);
    private readonly LinkLedger links = new(store, plan, time);

    public async ValueTask ApplyAsync(ConsultationChange change, CancellationToken cancellationToken)
    {
        using ShardLocks.Held held = await locks.EnterAsync(RowKeys.Shard(Who(change)), cancellationToken);
        await contention.RetryAsync(cancellation => TryApplyAsync(change, cancellation), cancellationToken);
        // Looked at after the write, as a link looks for responses after it has closed the id: one of the two sees the other.
        if (change is ConsultationChange.Responded && await links.FindMovedAsync(Who(change), cancellationToken) is { } to)
            await links.MoveAsync(Who(change), to, [], time.GetUtcNow(), cancellationToken);
    }

    private static ParticipantId Who(ConsultationChange change) =>
        change switch
        {
            ConsultationChange.Opened opened => opened.Consultation.OpenedBy,
            ConsultationChange.Responded responded => responded.Response.Participant,
            _ => throw new UnreachableException($"No rows for {change.GetType()}."),
        };

    private ValueTask<WriteOutcome.Written?> TryApplyAsync(ConsultationChange change, CancellationToken cancellationToken) =>
        change switch
        {
            ConsultationChange.Opened opened => OpenAsync(opened.Consultation, cancellationToken),
            ConsultationChange.Responded responded => RespondAsync(responded.Response, responded.To, cancellationToken),
            _ => throw new UnreachableException($"No rows for {change.GetType()}."),
        };

    private async ValueTask<WriteOutcome.Written?> OpenAsync(Consultation consultation, CancellationToken cancellationToken)
    {
        string row = RowKeys.Consultation(consultation.Id);
        if (await store.GetAsync(partition, row, cancellationToken) is not null)
            return Already;

        Kept<StoredLastNumber>? last = await store.FindAsync(
            partition,
            RowKeys.LastConsultation,
            StoredRow.Json.StoredLastNumber,
            cancellationToken
        );
        Consultation numbered = consultation with { Number = (last?.Value.Last ?? 0) + 1 };
        return await store.WriteAsync(
                partition,
                [
                    StoreReads.Put(row, StoredConsultation.Of(numbered), StoredRow.Json.StoredConsultation, before: null),
                    StoreReads.Put(
                        RowKeys.LastConsultation,
                        new StoredLastNumber(StoredRow.Version, numbered.Number),
                        StoredRow.Json.StoredLastNumber,
                        last?.ETag
                    ),
                    .. await store.AppendAsync(
                        partition,
                        RowKeys.Shard(consultation.OpenedBy),
                        new Audit("consultation-opened", consultation.Id.Value, consultation.OpenedBy, 1),
                        consultation.OpenedAt,
                        cancellationToken
                    ),
                ],
                cancellationToken
            ) as WriteOutcome.Written;
    }

    private async ValueTask<WriteOutcome.Written?> RespondAsync(
        ConsultationResponse response,
        Consultation to,
        CancellationToken cancellationToken
    )
    {
        string shard = RowKeys.ResponsePartition(to.Id, RowKeys.Shard(response.Participant));
        string row = RowKeys.Response(response.Participant);
        Kept<StoredResponse>? before = await store.FindAsync(shard, row, StoredRow.Json.StoredResponse, cancellationToken);

        // Said again, it is the same response: when it was first said stays.
        if (before?.Value.Answer.ToAnswer() == response.Answer)
            return Already;

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
        return await store.WriteAsync(
                shard,
                [
                    StoreReads.Put(row, after, StoredRow.Json.StoredResponse, before?.ETag),
                    await store.CountAsync(shard, to, difference, cancellationToken),
                    .. await store.AppendAsync(
                        shard,
                        RowKeys.Shard(response.Participant),
                        new Audit("consultation-responded", to.Id.Value, response.Participant, after.Revision),
                        response.At,
                        cancellationToken
                    ),
                ],
                cancellationToken
            ) as WriteOutcome.Written;
    }

    /// <summary>The change was made before.</summary>
    private static WriteOutcome.Written Already { get; } = new([]);
}
