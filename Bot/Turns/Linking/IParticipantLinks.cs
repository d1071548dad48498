using AgaBot.Plans.Linking;
using AgaBot.Turns.State;

namespace AgaBot.Turns.Linking;

/// <summary>Links the two participants that one person is on two channels (docs/decisions/0013).</summary>
public interface IParticipantLinks
{
    /// <summary>Keeps an offer or an answer to it; when both sides said yes, begins to link.</summary>
    /// <returns>Whether the turn can be committed; otherwise it is loaded and decided again.</returns>
    ValueTask<bool> ApplyAsync(LinkChange change, CancellationToken cancellationToken);

    /// <summary>Finishes undoing a link. The turn loads again: its speaker may be another participant by now.</summary>
    ValueTask PartAsync(ParticipantRecord joined, CancellationToken cancellationToken);

    /// <summary>The person, joined with every participant who is to become part of them. The caller commits the result.</summary>
    ValueTask<ParticipantRecord> AbsorbAsync(ParticipantRecord person, CancellationToken cancellationToken);
}
