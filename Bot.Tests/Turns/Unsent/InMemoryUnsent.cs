using System.Collections.Immutable;
using System.Globalization;
using AgaBot.Plans;
using AgaBot.Turns.Persistence;
using AgaBot.Turns.Sending;

namespace AgaBot.Tests.Turns.Unsent;

/// <summary>An in-memory store of notes.</summary>
internal sealed class InMemoryUnsent : IUnsentReplies
{
    private readonly Dictionary<(ParticipantId, string), UnsentNote> notes = [];
    private int mark;

    public ImmutableArray<UnsentNote> Notes
    {
        get
        {
            lock (notes)
                return [.. notes.Values];
        }
    }

    public bool Unavailable { get; set; }

    public ValueTask NoteAsync(ParticipantId participant, string conversationId, DateTimeOffset due, CancellationToken cancellationToken)
    {
        if (Unavailable)
            throw new StoreUnavailableException("gone");
        lock (notes)
            notes.TryAdd((participant, conversationId), new UnsentNote(participant, conversationId, due, 0, NextMark()));
        return ValueTask.CompletedTask;
    }

    public ValueTask<ImmutableArray<UnsentNote>> DueAsync(DateTimeOffset now, int limit, CancellationToken cancellationToken)
    {
        if (Unavailable)
            throw new StoreUnavailableException("gone");
        return ValueTask.FromResult<ImmutableArray<UnsentNote>>([.. Notes.Where(note => note.Due <= now).Take(limit)]);
    }

    public ValueTask<UnsentNote?> ChangeAsync(UnsentNote note, CancellationToken cancellationToken)
    {
        lock (notes)
        {
            if (!IsCurrent(note))
                return ValueTask.FromResult<UnsentNote?>(null);
            UnsentNote changed = note with { Mark = NextMark() };
            notes[(note.Participant, note.ConversationId)] = changed;
            return ValueTask.FromResult<UnsentNote?>(changed);
        }
    }

    public ValueTask DropAsync(UnsentNote note, CancellationToken cancellationToken)
    {
        lock (notes)
        {
            if (IsCurrent(note))
                notes.Remove((note.Participant, note.ConversationId));
        }
        return ValueTask.CompletedTask;
    }

    public ValueTask ForgetAsync(ParticipantId participant, CancellationToken cancellationToken)
    {
        lock (notes)
        {
            foreach ((ParticipantId, string) key in notes.Keys.Where(key => key.Item1 == participant).ToArray())
                notes.Remove(key);
        }
        return ValueTask.CompletedTask;
    }

    private bool IsCurrent(UnsentNote note) =>
        notes.TryGetValue((note.Participant, note.ConversationId), out UnsentNote? kept) && kept.Mark == note.Mark;

    private string NextMark() => (++mark).ToString(CultureInfo.InvariantCulture);
}
