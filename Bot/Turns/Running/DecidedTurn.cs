using AgaBot.Dialogs;
using AgaBot.Turns.State;

namespace AgaBot.Turns.Running;

/// <summary>What a turn decided, and from which state.</summary>
/// <param name="Loaded">The commit succeeds only if nobody else has written since this was loaded.</param>
/// <param name="Person">Null for an unknown participant. Linked participants that were to become part of this one have become it.</param>
/// <param name="Open">The form's card that was open before the turn; null where there was none or the channel cannot replace it.</param>
internal sealed record DecidedTurn(
    Loaded Loaded,
    ParticipantRecord? Person,
    ConversationRecord Conversation,
    OpenCard? Open,
    Decision Decision
);
