using AgaBot.Plans;
using AgaBot.Turns.Sending;

namespace AgaBot.Storage.Shapes;

/// <summary>A row of partition <c>unsent</c>: a conversation with replies that wait to be sent.</summary>
internal sealed record StoredUnsent(int V, string Participant, string Conversation, DateTimeOffset Due, int Tries) : IStoredRow
{
    public static StoredUnsent Of(UnsentNote note) =>
        new(StoredRow.Version, note.Participant.Value, note.ConversationId, note.Due, note.Tries);

    public UnsentNote ToNote(string etag) => new(new ParticipantId(Participant), Conversation, Due, Tries, etag);
}

/// <summary>A row of partition <c>runs</c>, under a random name: a run of the bot that has begun and not ended.</summary>
internal sealed record StoredRun(int V, DateTimeOffset Until, int Searched = 0) : IStoredRow;
