using System.Collections.Immutable;
using AgaBot.Plans;
using AgaBot.Storage.Shapes;
using AgaBot.Turns.State;

namespace AgaBot.Storage.Records.Conversations;

/// <summary>Keeps a person and their conversations in the person's own partition, so that a turn writes both in one batch.</summary>
internal sealed class ConversationRecords(IEntityStore store) : IConversationStore
{
    public async ValueTask<Loaded> LoadAsync(ParticipantId participant, string conversationId, CancellationToken cancellationToken)
    {
        string partition = RowKeys.PersonPartition(participant);
        Task<Entity?> person = store.GetAsync(partition, RowKeys.Person, cancellationToken).AsTask();
        Task<Entity?> talk = store.GetAsync(partition, RowKeys.Talk(conversationId), cancellationToken).AsTask();
        await Task.WhenAll(person, talk);
        return Read(participant, conversationId, await person, await talk);
    }

    public async ValueTask<Loaded?> CommitAsync(Loaded before, Loaded after, CancellationToken cancellationToken)
    {
        ImmutableArray<EntityWrite> batch = [PutTalk(before, after)];
        if (after.Person != before.Person)
            batch = batch.Add(PutPerson(before, after));
        // The decision may depend on the person, whom another instance may have changed in another conversation.
        else if (before.PersonTag is { } tag)
            batch = batch.Add(new EntityWrite.Check(RowKeys.Person, tag));

        return await store.WriteAsync(RowKeys.PersonPartition(before.Participant), batch, cancellationToken) is WriteOutcome.Written written
            ? after with
            {
                ConversationTag = written.ETags[0],
                PersonTag = batch.Length > 1 ? written.ETags[1] : null,
            }
            : null;
    }

    public async ValueTask<Loaded?> MarkAsync(Loaded marked, CancellationToken cancellationToken) =>
        await store.WriteAsync(RowKeys.PersonPartition(marked.Participant), [PutTalk(marked, marked)], cancellationToken)
            is WriteOutcome.Written written
            ? marked with
            {
                ConversationTag = written.ETags[0],
            }
            : null;

    private static Loaded Read(ParticipantId participant, string conversationId, Entity? person, Entity? talk) =>
        new(
            participant,
            conversationId,
            person is null ? null : StoredRow.Read(person, StoredRow.Json.StoredPerson).ToPerson(),
            talk is null ? null : StoredRow.Read(talk, StoredRow.Json.StoredConversation).ToConversation(),
            person?.ETag,
            talk?.ETag
        );

    private static EntityWrite PutTalk(Loaded before, Loaded after) =>
        StoreReads.Put(
            RowKeys.Talk(before.ConversationId),
            StoredConversation.Of(after.Conversation ?? throw NothingToKeep(nameof(after))),
            StoredRow.Json.StoredConversation,
            before.ConversationTag
        );

    private static EntityWrite PutPerson(Loaded before, Loaded after) =>
        StoreReads.Put(
            RowKeys.Person,
            StoredPerson.Of(after.Person ?? throw NothingToKeep(nameof(after))),
            StoredRow.Json.StoredPerson,
            before.PersonTag
        );

    private static ArgumentException NothingToKeep(string parameter) =>
        new("A commit keeps a conversation, and a person once there is one: neither is taken back by a turn.", parameter);
}
