using AgaBot.Plans.Linking;
using AgaBot.Turns.State;

namespace AgaBot.Turns.Linking;

/// <summary>Makes one participant of the two that a person is on two channels (docs/decisions/0013).</summary>
public interface IParticipantLinks
{
    /// <summary>Keeps an offer, or begins to link.</summary>
    /// <returns>Whether the turn can be committed; where not, it is loaded and decided again.</returns>
    ValueTask<bool> ApplyAsync(LinkChange change, string turnId, CancellationToken cancellationToken);

    /// <summary>The person with everybody who is to become part of them. The caller commits it.</summary>
    ValueTask<ParticipantRecord> AbsorbAsync(ParticipantRecord person, CancellationToken cancellationToken);
}
