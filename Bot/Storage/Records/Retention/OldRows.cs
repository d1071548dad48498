using AgaBot.Plans;
using AgaBot.Storage.Shapes;
using AgaBot.Turns.Retention;
using AgaBot.Turns.State;

namespace AgaBot.Storage.Records.Retention;

/// <summary>Deletes expired rows of people.</summary>
internal sealed class OldRows(IEntityStore store, TimeProvider time) : IOldRows
{
    private readonly OptimisticRetry contention = new(time);

    public async ValueTask<bool> ForgetConversationAsync(
        string key,
        string conversationId,
        DateTimeOffset before,
        CancellationToken cancellationToken
    )
    {
        if (await store.FindAsync(key, RowKeys.Talk(conversationId), StoredRow.Json.StoredConversation, cancellationToken) is not { } talk)
            return true;
        return new KeptConversation(conversationId, talk.Value.ToConversation()).LastSaid <= before
            && await store.WriteAsync(key, [new EntityWrite.Delete(talk.Row, talk.ETag)], cancellationToken) is WriteOutcome.Written;
    }

    public async ValueTask<bool> DropDraftAsync(
        ParticipantId participant,
        ProposalId draft,
        DateTimeOffset changedAt,
        CancellationToken cancellationToken
    )
    {
        string partition = RowKeys.PersonPartition(participant);
        Dropped dropped = await contention.RetryAsync<Dropped>(
            async cancellation =>
            {
                if (await store.FindAsync(partition, RowKeys.Person, StoredRow.Json.StoredPerson, cancellation) is not { } kept)
                    return new Dropped(true);
                ParticipantRecord person = kept.Value.ToPerson();
                if (person.Drafts.Any(one => one.Id == draft && one.ChangedAt > changedAt))
                    return new Dropped(false);
                ParticipantRecord without = person with
                {
                    State = person.State with { Drafts = person.Drafts.RemoveAll(one => one.Id == draft) },
                };
                if (without.Drafts.Length == person.Drafts.Length)
                    return new Dropped(true);
                return
                    await store.WriteAsync(
                        partition,
                        [StoreReads.Put(RowKeys.Person, StoredPerson.Of(without), StoredRow.Json.StoredPerson, kept.ETag)],
                        cancellation
                    ) is WriteOutcome.Written
                    ? new Dropped(true)
                    : null;
            },
            cancellationToken
        );
        return dropped.IsGone;
    }

    private sealed record Dropped(bool IsGone);
}
