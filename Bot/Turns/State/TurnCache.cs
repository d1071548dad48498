using System.Diagnostics.CodeAnalysis;
using AgaBot.Plans;
using Microsoft.Extensions.Caching.Memory;

namespace AgaBot.Turns.State;

/// <summary>
/// What this instance committed last for a participant, so that the next turn need not load it. A commit is conditional on the ETags of the
/// participant's and the conversation's row, also of a row that it does not change. A write of another instance therefore shows as a
/// conflict, and the turn loads again. One conversation of a participant is kept; a participant who changes conversation is loaded again.
/// </summary>
internal sealed class TurnCache : IDisposable
{
    /// <summary>About 20 KB each, with the replies of the last turns.</summary>
    private const int MaxPeople = 2_000;

    private readonly MemoryCache people = new(new MemoryCacheOptions { SizeLimit = MaxPeople });
    private readonly MemoryCacheEntryOptions one = new() { Size = 1, SlidingExpiration = TimeSpan.FromMinutes(20) };

    public bool TryGet(ParticipantId participant, [NotNullWhen(true)] out Loaded? loaded) =>
        people.TryGetValue(participant, out loaded) && loaded is not null;

    public bool TryGet(ParticipantId participant, string conversationId, [NotNullWhen(true)] out Loaded? loaded) =>
        TryGet(participant, out loaded) && loaded.ConversationId == conversationId;

    public void Keep(Loaded loaded) => people.Set(loaded.Participant, loaded, one);

    public void Forget(ParticipantId participant) => people.Remove(participant);

    /// <summary>Remembers that a participant became part of another.</summary>
    public void Move(ParticipantId from, ParticipantId to)
    {
        Forget(from);
        people.Set(new Moved(from), to, one);
    }

    /// <summary>Forgets that a participant became part of another, e.g. because the other was erased.</summary>
    public void Unlink(ParticipantId from) => people.Remove(new Moved(from));

    /// <summary>The participant as whom this one counts, as far as this instance knows.</summary>
    public ParticipantId Current(ParticipantId participant)
    {
        while (people.TryGetValue(new Moved(participant), out ParticipantId next))
            participant = next;
        return participant;
    }

    public void Dispose() => people.Dispose();

    private sealed record Moved(ParticipantId From);
}
