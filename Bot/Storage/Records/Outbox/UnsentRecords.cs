using System.Collections.Immutable;
using AgaBot.Plans;
using AgaBot.Storage.Shapes;
using AgaBot.Turns.Sending;

namespace AgaBot.Storage.Records.Outbox;

/// <summary>Partition <c>unsent</c>, one row a conversation with unsent replies.</summary>
internal sealed class UnsentRecords(IEntityStore store) : IUnsentReplies
{
    private const string Partition = "unsent";

    /// <summary>An existing row conflicts with the insert, and stays.</summary>
    public async ValueTask NoteAsync(
        ParticipantId participant,
        string conversationId,
        DateTimeOffset due,
        CancellationToken cancellationToken
    ) =>
        await store.WriteAsync(
            Partition,
            [Put(new UnsentNote(participant, conversationId, due, Tries: 0, Mark: ""), before: null)],
            cancellationToken
        );

    public async ValueTask<ImmutableArray<UnsentNote>> DueAsync(DateTimeOffset now, int limit, CancellationToken cancellationToken)
    {
        var due = ImmutableArray.CreateBuilder<UnsentNote>();
        await foreach (Kept<StoredUnsent> kept in store.AllAsync(Partition, "", StoredRow.Json.StoredUnsent, cancellationToken))
        {
            if (kept.Value.Due > now)
                continue;
            due.Add(kept.Value.ToNote(kept.ETag));
            if (due.Count == limit)
                break;
        }
        return due.DrainToImmutable();
    }

    public async ValueTask<UnsentNote?> ChangeAsync(UnsentNote note, CancellationToken cancellationToken) =>
        await store.WriteAsync(Partition, [Put(note, note.Mark)], cancellationToken) is WriteOutcome.Written written
            ? note with
            {
                Mark = written.ETags[0],
            }
            : null;

    public async ValueTask DropAsync(UnsentNote note, CancellationToken cancellationToken) =>
        await store.WriteAsync(
            Partition,
            [new EntityWrite.Delete(RowKeys.Unsent(note.Participant, note.ConversationId), note.Mark)],
            cancellationToken
        );

    public async ValueTask ForgetAsync(ParticipantId participant, CancellationToken cancellationToken)
    {
        EntityPage page = await store.QueryAsync(
            Partition,
            RowRange.StartingWith(RowKeys.UnsentOf(participant)),
            EntityLimits.MaxPage,
            after: null,
            cancellationToken
        );
        // A note that another instance has changed is dropped by that instance, as the conversation is gone.
        foreach (Entity note in page.Rows)
            await store.WriteAsync(Partition, [new EntityWrite.Delete(note.Row, note.ETag)], cancellationToken);
    }

    private static EntityWrite Put(UnsentNote note, string? before) =>
        StoreReads.Put(RowKeys.Unsent(note.Participant, note.ConversationId), StoredUnsent.Of(note), StoredRow.Json.StoredUnsent, before);
}
