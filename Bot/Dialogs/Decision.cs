using System.Collections.Immutable;
using AgaBot.Consultations;
using AgaBot.Dialogs.Inputs;
using AgaBot.Dialogs.Views;
using AgaBot.Forms.Walking;
using AgaBot.Plans;
using AgaBot.Plans.Linking;

namespace AgaBot.Dialogs;

/// <param name="PlanChanges">Applied in order before the state is committed.</param>
public sealed record Decision(
    DialogState State,
    ImmutableArray<Reply> Replies,
    ImmutableArray<PlanChange> PlanChanges,
    ImmutableArray<ConsultationChange> ConsultationChanges
)
{
    /// <summary>A change of the link between the person's identities on several channels; usually null.</summary>
    public LinkChange? Link { get; init; }

    /// <summary>Whether the person has confirmed the erasure of their data: then the rest of the decision is ignored.</summary>
    public bool Erase { get; init; }

    /// <summary>A text to be stored for a while, as a sent file is; usually null.</summary>
    public KeptText? Keep { get; init; }

    /// <summary>Replaces the form's card that was open before this turn; null if the card stays open or there was none.</summary>
    public Reply? Answered { get; init; }

    /// <summary>Whether the input could not be understood.</summary>
    public bool NotUnderstood { get; init; }

    /// <summary>The session of a form that ended with this turn.</summary>
    public FormSession? Ended { get; init; }

    public static Decision Say(DialogState state, params ImmutableArray<Reply> replies) => new(state, replies, [], []);
}

/// <param name="Id">Derived from the turn's id: the same turn stores the text under the same id.</param>
public sealed record KeptText(SentFileId Id, string Text);

/// <summary>One message of the bot.</summary>
/// <param name="Text">The whole message with numbered options: for channels without cards, and the card's <c>fallbackText</c>.</param>
/// <param name="Card">The same message as a card; null if text is enough.</param>
public sealed record Reply(string Text, CardView? Card = null)
{
    /// <summary>A code in the text, which a log of the conversation hides once the person has gone on; null if there is none.</summary>
    public string? Code { get; init; }
}
