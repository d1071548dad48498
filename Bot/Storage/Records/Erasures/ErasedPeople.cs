using System.Collections.Immutable;
using AgaBot.Dialogs;
using AgaBot.Plans;
using AgaBot.Storage.Shapes;
using AgaBot.Turns.Erasures;
using AgaBot.Turns.State;

namespace AgaBot.Storage.Records.Erasures;

/// <summary>Deletes a person's own rows.</summary>
internal sealed class ErasedPeople(IEntityStore store, ErasedBytes bytes, TimeProvider time) : IErasedPeople
{
    private readonly OptimisticRetry contention = new(time);

    public async ValueTask BeginAsync(ParticipantId participant, Erasing erasing, CancellationToken cancellationToken) =>
        await contention.RetryAsync(
            async cancellation =>
            {
                string partition = RowKeys.PersonPartition(participant);
                Kept<StoredPerson>? kept = await store.FindAsync(partition, RowKeys.Person, StoredRow.Json.StoredPerson, cancellation);
                ParticipantRecord person = kept?.Value.ToPerson() ?? new ParticipantRecord(ParticipantState.Unknown(participant));
                if (person.Erasing is not null)
                    return true;
                EntityPage talks = await TalksAsync(partition, EntityLimits.MaxBatchOperations - 1, cancellation);
                // The conversations get new ETags: an instance that has one of them in memory meets a conflict, and loads the person.
                ImmutableArray<EntityWrite> batch =
                [
                    StoreReads.Put(
                        RowKeys.Person,
                        StoredPerson.Of(person with { Erasing = erasing }),
                        StoredRow.Json.StoredPerson,
                        kept?.ETag
                    ),
                    .. talks.Rows.Select(static talk => new EntityWrite.Replace(talk.Row, talk.Value, talk.ETag)),
                ];
                return await store.WriteAsync(partition, batch, cancellation) is WriteOutcome.Written;
            },
            cancellationToken
        );

    public async ValueTask<ImmutableArray<string>> ConversationsAsync(ParticipantId participant, CancellationToken cancellationToken)
    {
        var conversations = ImmutableArray.CreateBuilder<string>();
        await foreach (
            Kept<StoredConversation> talk in store.AllAsync(
                RowKeys.PersonPartition(participant),
                RowKeys.Talks,
                StoredRow.Json.StoredConversation,
                cancellationToken
            )
        )
        {
            conversations.AddRange(talk.Value.Taken.Select(static turn => turn.Reference.Conversation).Distinct());
        }

        return conversations.ToImmutable();
    }

    public async ValueTask EmptyAsync(
        ParticipantId participant,
        ParticipantId partOf,
        Erasing erasing,
        KeptConversation? but,
        CancellationToken cancellationToken
    )
    {
        string partition = RowKeys.PersonPartition(participant);
        await DeleteTalksAsync(partition, keep: null, cancellationToken);
        byte[] closed = StoredRow.Write(
            StoredPerson.Of(new ParticipantRecord(ParticipantState.Unknown(participant)) { MovedTo = partOf, Erasing = erasing }),
            StoredRow.Json.StoredPerson
        );
        ImmutableArray<EntityWrite> kept = but is null
            ? []
            :
            [
                StoreReads.Put(
                    RowKeys.Talk(but.ConversationId),
                    StoredConversation.Of(but.Conversation),
                    StoredRow.Json.StoredConversation,
                    before: null
                ),
            ];
        await contention.RetryAsync(
            async cancellation =>
                await store.GetAsync(partition, RowKeys.Person, cancellation) is not { } person
                || await store.WriteAsync(partition, [new EntityWrite.Replace(person.Row, closed, person.ETag), .. kept], cancellation)
                    is WriteOutcome.Written,
            cancellationToken
        );
    }

    public async ValueTask DeleteAsync(ParticipantId participant, CancellationToken cancellationToken)
    {
        string partition = RowKeys.PersonPartition(participant);
        await contention.RetryAsync(
            async cancellation =>
                await store.GetAsync(partition, RowKeys.Person, cancellation) is not { } person
                || await store.WriteAsync(partition, [new EntityWrite.Delete(person.Row, person.ETag)], cancellation)
                    is WriteOutcome.Written,
            cancellationToken
        );
        bytes.RemoveSoon();
    }

    public async ValueTask<Loaded?> EndAsync(Loaded before, ConversationRecord after, CancellationToken cancellationToken)
    {
        string partition = RowKeys.PersonPartition(before.Participant);
        string talk = RowKeys.Talk(before.ConversationId);
        await DeleteTalksAsync(partition, keep: talk, cancellationToken);
        WriteOutcome outcome = await store.WriteAsync(
            partition,
            [
                StoreReads.Put(talk, StoredConversation.Of(after), StoredRow.Json.StoredConversation, before.ConversationTag),
                new EntityWrite.Delete(
                    RowKeys.Person,
                    before.PersonTag ?? throw new ArgumentException("There is no person to delete.", nameof(before))
                ),
            ],
            cancellationToken
        );
        bytes.RemoveSoon();
        return outcome is WriteOutcome.Written written
            ? before with
            {
                Person = null,
                PersonTag = null,
                Conversation = after,
                ConversationTag = written.ETags[0],
            }
            : null;
    }

    private async ValueTask DeleteTalksAsync(string partition, string? keep, CancellationToken cancellationToken) =>
        await contention.RetryAsync(
            async cancellation =>
            {
                EntityPage page = await TalksAsync(partition, EntityLimits.MaxBatchOperations, cancellation);
                ImmutableArray<EntityWrite> gone =
                [
                    .. page.Rows.Where(talk => talk.Row != keep).Select(static talk => new EntityWrite.Delete(talk.Row, talk.ETag)),
                ];
                bool written = gone.IsEmpty || await store.WriteAsync(partition, gone, cancellation) is WriteOutcome.Written;
                return written && !page.More;
            },
            cancellationToken
        );

    private ValueTask<EntityPage> TalksAsync(string partition, int limit, CancellationToken cancellationToken) =>
        store.QueryAsync(partition, RowRange.StartingWith(RowKeys.Talks), limit, after: null, cancellationToken);
}
