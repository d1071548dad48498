using System.Diagnostics.CodeAnalysis;
using AgaBot.Plans;
using Microsoft.Extensions.Caching.Memory;

namespace AgaBot.Turns;

/// <summary>
/// What this instance committed last for a person, so that the next turn need not load it.
/// A commit is conditional on the ETags of both rows, also of the one that it does not change: what another instance wrote since, in this
/// conversation or another of the person's, shows as a conflict, and then it is loaded.
/// One conversation a person is kept, so that a person who changes conversation is loaded whole.
/// </summary>
internal sealed class TurnCache : IDisposable
{
    /// <summary>Some 20 KB each with the replies of the last turns.</summary>
    private const int MaxPeople = 2_000;

    private readonly MemoryCache people = new(new MemoryCacheOptions { SizeLimit = MaxPeople });
    private readonly MemoryCacheEntryOptions one = new() { Size = 1, SlidingExpiration = TimeSpan.FromMinutes(20) };

    public bool TryGet(ParticipantId participant, [NotNullWhen(true)] out Loaded? loaded) =>
        people.TryGetValue(participant, out loaded) && loaded is not null;

    public bool TryGet(ParticipantId participant, string conversationId, [NotNullWhen(true)] out Loaded? loaded) =>
        TryGet(participant, out loaded) && loaded.ConversationId == conversationId;

    public void Keep(Loaded loaded) => people.Set(loaded.Participant, loaded, one);

    /// <summary>Remembers who somebody became part of.</summary>
    public void Move(ParticipantId from, ParticipantId to)
    {
        Forget(from);
        people.Set(new Moved(from), to, one);
    }

    /// <summary>Where the one that they became part of was erased, they are themself again.</summary>
    public void Unlink(ParticipantId from) => people.Remove(new Moved(from));

    /// <summary>Whoever the person is by now, as far as this instance knows.</summary>
    public ParticipantId Current(ParticipantId participant)
    {
        while (people.TryGetValue(new Moved(participant), out ParticipantId next))
            participant = next;
        return participant;
    }

    public void Forget(ParticipantId participant) => people.Remove(participant);

    public void Dispose() => people.Dispose();

    private sealed record Moved(ParticipantId From);
}
