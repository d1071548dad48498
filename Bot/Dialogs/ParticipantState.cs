using System.Collections.Immutable;
using AgaBot.Plans;

namespace AgaBot.Dialogs;

/// <summary>What is known of one participant across all their conversations.</summary>
/// <param name="Drafts">Oldest first.</param>
public sealed record ParticipantState(Participant Participant, ImmutableArray<Draft> Drafts)
{
    /// <summary>
    /// The <see cref="ConversationState.Language"/> that the participant asked for last; a new conversation begins in it. Null if the
    /// participant never chose one: then the channel's locale decides.
    /// </summary>
    public string? Language { get; init; }

    /// <summary>The mesa that the participant records for; null if they speak for themselves.</summary>
    public MesaRef? Mesa { get; init; }

    /// <summary>Whether the participant asked not to be reminded of their drafts.</summary>
    public bool RefusesReminders { get; init; }

    public static ParticipantState Unknown(ParticipantId id) => new(Participant.Unknown(id), []);
}
