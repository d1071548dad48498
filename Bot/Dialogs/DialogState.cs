using System.Collections.Immutable;
using AgaBot.Forms.Walking;
using AgaBot.Plans;

namespace AgaBot.Dialogs;

/// <summary>The state that a dialog decides on: the participant's state and that of one of their conversations.</summary>
public sealed record DialogState(ParticipantState Person, ConversationState Conversation)
{
    public Participant Participant => Person.Participant;

    public ImmutableArray<Draft> Drafts => Person.Drafts;

    public MesaRef? Mesa => Person.Mesa;

    /// <summary>The session of the open form; null if none is open.</summary>
    public FormSession? OpenSession => Conversation.ActiveForm?.SessionIn(this);
}
