using AgaBot.Plans;
using AgaBot.Turns.State;

namespace AgaBot.Turns.Linking;

/// <summary>The steps by which two people who are one become one in the store. Each is one atomic write, and idempotent.</summary>
public interface ILinkedPeople
{
    /// <summary>What is kept of a person; null where nothing is.</summary>
    ValueTask<ParticipantRecord?> FindAsync(ParticipantId participant, CancellationToken cancellationToken);

    /// <summary>Notes with the person who stays that another is to become part of them. False where that person has moved on themself.</summary>
    ValueTask<bool> NoteAsync(ParticipantId to, Absorption absorption, CancellationToken cancellationToken);

    /// <summary>From here on the person who goes is found as the one who stays, and nothing changes under their own id.</summary>
    /// <returns>What was theirs.</returns>
    ValueTask<ParticipantRecord> CloseAsync(ParticipantId from, ParticipantId to, CancellationToken cancellationToken);
}
