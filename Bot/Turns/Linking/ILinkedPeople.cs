using AgaBot.Plans;
using AgaBot.Turns.State;

namespace AgaBot.Turns.Linking;

/// <summary>The steps that join two participants in the store. Each step is one atomic write, and idempotent.</summary>
public interface ILinkedPeople
{
    /// <summary>The record of a person; null where there is none.</summary>
    ValueTask<ParticipantRecord?> FindAsync(ParticipantId participant, CancellationToken cancellationToken);

    /// <summary>
    /// Records with the participant who stays that another is to become part of them. False where the participant who stays has become part
    /// of another meanwhile.
    /// </summary>
    ValueTask<bool> NoteAsync(ParticipantId to, Absorption absorption, CancellationToken cancellationToken);

    /// <summary>Afterwards the participant who goes is found as the one who stays, and nothing changes under the old id.</summary>
    /// <returns>The record of the participant who goes, as it was.</returns>
    ValueTask<ParticipantRecord> CloseAsync(ParticipantId from, ParticipantId to, CancellationToken cancellationToken);

    /// <summary>Records that a participant leaves again. Afterwards every turn of either first finishes that.</summary>
    ValueTask NotePartingAsync(ParticipantId to, ParticipantId from, CancellationToken cancellationToken);

    /// <summary>
    /// The participant who left is one again, with the conversations that are theirs. Nothing changes where they are already.
    /// </summary>
    ValueTask ReopenAsync(ParticipantRecord goes, ParticipantRecord joined, CancellationToken cancellationToken);

    /// <summary>The participant who stays is without the other, and without the other's conversations.</summary>
    ValueTask EndPartingAsync(ParticipantRecord stays, ParticipantId from, CancellationToken cancellationToken);
}
