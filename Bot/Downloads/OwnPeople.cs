using AgaBot.Plans;
using AgaBot.Turns.Linking;
using AgaBot.Turns.Persistence;
using AgaBot.Turns.Requests;
using AgaBot.Turns.State;

namespace AgaBot.Downloads;

/// <summary>Finds, outside any turn, the participant as whom a person on a channel counts: another one where the id was linked.</summary>
internal sealed class OwnPeople(ILinkedPeople people)
{
    /// <returns>Null where nothing is stored of the person.</returns>
    /// <exception cref="StoreUnavailableException">The store cannot be reached.</exception>
    public async ValueTask<ParticipantRecord?> FindAsync(string channelId, string userId, CancellationToken cancellationToken)
    {
        ParticipantId speaker = ParticipantIds.Of(channelId, userId);
        ParticipantRecord? person = await people.FindAsync(speaker, cancellationToken);
        while (person?.MovedTo is { } next)
            person = await people.FindAsync(next, cancellationToken);
        return person is null ? null : person with { State = HeldRoles.SeenBy(person, speaker) };
    }
}
