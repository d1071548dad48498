using System.Collections.Immutable;
using AgaBot.Plans;
using AgaBot.Storage.Shapes;
using AgaBot.Turns;

namespace AgaBot.Storage.Records;

/// <summary>
/// Keeps a person and their conversations in the person's own partition, so that what a turn remembers of both is one batch.
/// </summary>
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
        bool personChanged = after.Person != before.Person;
        if (personChanged) batch = batch.Add(PutPerson(before, after));

        return await store.WriteAsync(RowKeys.PersonPartition(before.Participant), batch, cancellationToken) is WriteOutcome.Written written
            ? after with { ConversationTag = written.ETags[0], PersonTag = personChanged ? written.ETags[1] : before.PersonTag }
            : null;
    }

    private static Loaded Read(ParticipantId participant, string conversationId, Entity? person, Entity? talk) => new(
        participant,
        conversationId,
        person is null ? null : StoredRow.Read(person, StoredRow.Json.StoredPerson).ToPerson(),
        talk is null ? null : StoredRow.Read(talk, StoredRow.Json.StoredConversation).ToConversation(),
        person?.ETag,
        talk?.ETag);

    private static EntityWrite PutTalk(Loaded before, Loaded after) => StoreReads.Put(
        RowKeys.Talk(before.ConversationId),
        StoredConversation.Of(after.Conversation ?? throw NothingToKeep(nameof(after))),
        StoredRow.Json.StoredConversation,
        before.ConversationTag);

    private static EntityWrite PutPerson(Loaded before, Loaded after) => StoreReads.Put(
        RowKeys.Person,
        StoredPerson.Of(after.Person ?? throw NothingToKeep(nameof(after))),
        StoredRow.Json.StoredPerson,
        before.PersonTag);

    private static ArgumentException NothingToKeep(string parameter) =>
        new("A commit keeps a conversation, and a person once there is one: neither is taken back by a turn.", parameter);
}
