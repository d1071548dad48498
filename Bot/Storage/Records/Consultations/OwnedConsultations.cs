using System.Collections.Immutable;
using AgaBot.Consultations;
using AgaBot.Forms;
using AgaBot.Plans;
using AgaBot.Storage.Auditing;
using AgaBot.Storage.Records.Changes;
using AgaBot.Storage.Records.Ownership;
using AgaBot.Storage.Shapes;

namespace AgaBot.Storage.Records.Consultations;

/// <summary>The responses of a participant, and the consultations that they opened.</summary>
internal sealed class OwnedConsultations(PlanStore plan) : OwnedRows
{
    private const string ResponseItem = "response";

    private readonly IEntityStore store = plan.Store;
    private readonly ConsultationRecords consultations = new(plan.Store, plan.Plan);
    private readonly OptimisticRetry contention = new(plan.Time);
    private readonly PlanCounters counters = new(plan.Store, plan.Plan);

    public override async ValueTask MoveAsync(
        ParticipantId from,
        ParticipantId to,
        IReadOnlyCollection<ProposalId> drafts,
        DateTimeOffset at,
        CancellationToken cancellationToken
    )
    {
        foreach (Consultation consultation in await consultations.OpenAsync(cancellationToken))
            await MoveResponseAsync(consultation, from, to, at, cancellationToken);
    }

    public override async ValueTask<ImmutableArray<StoredLinkItem>> RememberAsync(
        ParticipantId from,
        ParticipantId to,
        IReadOnlyCollection<ProposalId> drafts,
        DateTimeOffset at,
        CancellationToken cancellationToken
    )
    {
        var items = ImmutableArray.CreateBuilder<StoredLinkItem>();
        foreach (Consultation consultation in await consultations.OpenAsync(cancellationToken))
        {
            string id = consultation.Id.Value;
            string target = RowKeys.ResponsePartition(consultation.Id, RowKeys.Shard(to));
            if (
                await FindAsync(RowKeys.ResponsePartition(consultation.Id, RowKeys.Shard(from)), from, cancellationToken)
                is not { } response
            )
                continue;
            bool drops = await FindAsync(target, to, cancellationToken) is not null;
            items.Add(new(StoredRow.Version, at, ResponseItem, id, from.Value, drops ? true : null, Response: response.Value));
        }
        return items.ToImmutable();
    }

    /// <summary>A response to a consultation that was closed since stays where it is.</summary>
    public override async ValueTask ReturnAsync(
        StoredLinkItem item,
        ParticipantId from,
        ParticipantId to,
        DateTimeOffset at,
        CancellationToken cancellationToken
    )
    {
        if (
            item is not { Kind: ResponseItem, Response: { } response }
            || (await consultations.OpenAsync(cancellationToken)).FirstOrDefault(one => one.Id.Value == item.Id) is not { } consultation
        )
            return;
        if (item.Dropped is not true)
        {
            await MoveResponseAsync(consultation, to, from, at, cancellationToken);
            return;
        }
        string shard = RowKeys.ResponsePartition(consultation.Id, RowKeys.Shard(from));
        EntityWrite put = StoreReads.Put(RowKeys.Response(from), response, StoredRow.Json.StoredResponse, before: null);
        await contention.RetryAsync(
            async cancellation =>
                await FindAsync(shard, from, cancellation) is not null
                || await WriteResponseAsync(shard, consultation, response, 1, put, at, cancellation),
            cancellationToken
        );
    }

    public override async ValueTask EraseAsync(
        ParticipantId id,
        IReadOnlyCollection<ProposalId> drafts,
        DateTimeOffset at,
        CancellationToken cancellationToken
    )
    {
        foreach (Consultation consultation in await consultations.OpenAsync(cancellationToken))
        {
            await contention.RetryAsync(cancellation => EraseResponseAsync(id, consultation, at, cancellation), cancellationToken);
            if (consultation.OpenedBy == id)
                await contention.RetryAsync(cancellation => EraseOpenerAsync(consultation, at, cancellation), cancellationToken);
        }
    }

    /// <summary>
    /// The partitions differ, so that the response exists twice for a moment. After a crash in between the next attempt finishes the move,
    /// as the note of the absorption is still there.
    /// </summary>
    private async ValueTask MoveResponseAsync(
        Consultation consultation,
        ParticipantId from,
        ParticipantId to,
        DateTimeOffset at,
        CancellationToken cancellationToken
    )
    {
        string shard = RowKeys.ResponsePartition(consultation.Id, RowKeys.Shard(from));
        if (await FindAsync(shard, from, cancellationToken) is not { } response)
            return;
        string target = RowKeys.ResponsePartition(consultation.Id, RowKeys.Shard(to));
        StoredResponse moved = response.Value with { Participant = to.Value };
        EntityWrite put = StoreReads.Put(RowKeys.Response(to), moved, StoredRow.Json.StoredResponse, before: null);
        await contention.RetryAsync(
            async cancellation =>
                await FindAsync(target, to, cancellation) is not null
                || await WriteResponseAsync(target, consultation, moved, 1, put, at, cancellation),
            cancellationToken
        );
        await contention.RetryAsync(
            async cancellation =>
                await FindAsync(shard, from, cancellation) is not { } gone
                || await WriteResponseAsync(
                    shard,
                    consultation,
                    gone.Value,
                    -1,
                    new EntityWrite.Delete(gone.Row, gone.ETag),
                    at,
                    cancellation
                ),
            cancellationToken
        );
    }

    private async ValueTask<bool> WriteResponseAsync(
        string shard,
        Consultation consultation,
        StoredResponse response,
        int times,
        EntityWrite write,
        DateTimeOffset at,
        CancellationToken cancellationToken
    )
    {
        EntityWrite count = await store.CountAsync(
            shard,
            consultation,
            ResponseCounts.Of(consultation, response.Answer.ToAnswer(), times),
            cancellationToken
        );
        var who = new ParticipantId(response.Participant);
        ImmutableArray<EntityWrite> entry = await store.AppendAsync(
            shard,
            RowKeys.Shard(who),
            new Audit(times > 0 ? "response-moved-here" : "response-moved-away", consultation.Id.Value, who, response.Revision),
            at,
            cancellationToken
        );
        return await store.WriteAsync(shard, [write, count, .. entry], cancellationToken) is WriteOutcome.Written;
    }

    /// <summary>The response stays counted where it is; an answer in free words loses its words.</summary>
    private async ValueTask<bool> EraseResponseAsync(
        ParticipantId id,
        Consultation consultation,
        DateTimeOffset at,
        CancellationToken cancellationToken
    )
    {
        string shard = RowKeys.ResponsePartition(consultation.Id, RowKeys.Shard(id));
        ImmutableArray<EntityWrite> alias = await store.ForgetAliasAsync(shard, id, cancellationToken);
        // A response that a link moved away has left behind the alias of the person in the log.
        if (await FindAsync(shard, id, cancellationToken) is not { } before)
            return alias.IsEmpty || await store.WriteAsync(shard, alias, cancellationToken) is WriteOutcome.Written;
        StoredResponse counted = before.Value with
        {
            Participant = ParticipantId.Nobody.Value,
            Answer = before.Value.Answer.ToAnswer() is Answer.Choice ? before.Value.Answer : StoredAnswer.Of(new Answer.Text("")),
        };
        var audit = new Audit("respondent-erased", consultation.Id.Value, ParticipantId.Nobody, counted.Revision);
        return await store.WriteAsync(
                shard,
                [
                    new EntityWrite.Delete(before.Row, before.ETag),
                    .. alias,
                    StoreReads.Put(RowKeys.Anonymous(RowKeys.Responses), counted, StoredRow.Json.StoredResponse, before: null),
                    .. await store.AppendAsync(shard, RowKeys.Shard(id), audit, at, cancellationToken),
                ],
                cancellationToken
            ) is WriteOutcome.Written;
    }

    private async ValueTask<bool> EraseOpenerAsync(Consultation consultation, DateTimeOffset at, CancellationToken cancellationToken)
    {
        string row = RowKeys.Consultation(consultation.Id);
        if (
            await store.FindAsync(plan.Partition, row, StoredRow.Json.StoredConsultation, cancellationToken) is not { } before
            || before.Value.OpenedBy == ParticipantId.Nobody.Value
        )
            return true;
        StoredConsultation nobodys = before.Value with { OpenedBy = ParticipantId.Nobody.Value };
        return await counters.WriteAsync(
            [StoreReads.Put(row, nobodys, StoredRow.Json.StoredConsultation, before.ETag)],
            new Audit("opener-erased", consultation.Id.Value, ParticipantId.Nobody, 1),
            at,
            [],
            cancellationToken
        );
    }

    private ValueTask<Kept<StoredResponse>?> FindAsync(string shard, ParticipantId participant, CancellationToken cancellationToken) =>
        store.FindAsync(shard, RowKeys.Response(participant), StoredRow.Json.StoredResponse, cancellationToken);
}
