using System.Collections.Immutable;
using AgaBot.Consultations;
using AgaBot.Dialogs.Inputs;
using AgaBot.Dialogs.Views;
using AgaBot.Forms.Walking;
using AgaBot.Plans;
using AgaBot.Plans.Linking;

namespace AgaBot.Dialogs;

/// <param name="PlanChanges">Applied before the memory is committed, in order.</param>
public sealed record Decision(
    DialogState State,
    ImmutableArray<Reply> Replies,
    ImmutableArray<PlanChange> PlanChanges,
    ImmutableArray<ConsultationChange> ConsultationChanges
)
{
    /// <summary>What the turn does about being one person on several channels; null in nearly every turn.</summary>
    public LinkChange? Link { get; init; }

    /// <summary>Whether the person has confirmed that their data be erased: then nothing else of the decision counts.</summary>
    public bool Erase { get; init; }

    /// <summary>A text to be kept for a while, as a file that was sent is; null in nearly every turn.</summary>
    public KeptText? Keep { get; init; }

    /// <summary>What takes the place of the form's card that was open before this turn; null where it stays open, or where none was.</summary>
    public Reply? Answered { get; init; }

    /// <summary>Whether what the person said could not be understood.</summary>
    public bool NotUnderstood { get; init; }

    /// <summary>A form that ended with this turn, as it was left.</summary>
    public FormSession? Ended { get; init; }

    public static Decision Say(DialogState state, params ImmutableArray<Reply> replies) => new(state, replies, [], []);
}

/// <param name="Id">Made of the turn's id: kept again by the same turn, it is the same.</param>
public sealed record KeptText(SentFileId Id, string Text);

/// <summary>One message of the bot.</summary>
/// <param name="Text">The whole of it in words, with numbered options: what a channel without cards shows, and a card's <c>fallbackText</c>.</param>
/// <param name="Card">The same as a card; null where words are enough.</param>
public sealed record Reply(string Text, CardView? Card = null);
