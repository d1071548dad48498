using System.Collections.Immutable;
using AgaBot.Dialogs;
using AgaBot.Plans;
using AgaBot.Turns.Requests;
using AgaBot.Turns.Sending;
using AgaBot.Turns.State;

namespace AgaBot.Turns.Running;

/// <summary>A turn that runs for one participant, and what its tries have done so far.</summary>
/// <param name="turnId">The same for every delivery of the activity.</param>
/// <param name="speaker">The participant that the channel names.</param>
/// <param name="participant">The participant as whom the speaker counts: another one where the speaker's id was linked to it.</param>
internal sealed class RunningTurn(TurnRequest request, string turnId, IReplySender sender, ParticipantId speaker, ParticipantId participant)
{
    public TurnRequest Request => request;

    public string TurnId => turnId;

    public IReplySender Sender => sender;

    public ParticipantId Speaker => speaker;

    public ParticipantId Participant => participant;

    /// <summary>Number of decisions that could not be applied, e.g. because the receipt number was taken.</summary>
    public int RefusedDecisions { get; set; }

    /// <summary>Changes that the last try recorded for a known participant. An erasure that overtakes the turn removes them.</summary>
    public ImmutableArray<PlanChange> Recorded { get; set; } = [];

    /// <summary>The conversation as loaded, or a new one in the participant's language.</summary>
    public ConversationRecord ConversationIn(Loaded loaded) =>
        loaded.Conversation ?? new(ConversationState.New(loaded.Person?.State.Language ?? Languages.From(request.Locale)), [], []);
}
