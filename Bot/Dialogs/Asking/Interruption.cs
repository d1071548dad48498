using AgaBot.Forms.Walking;

namespace AgaBot.Dialogs.Asking;

/// <summary>What happens to an open form when the person asks for something else.</summary>
internal static class Interruption
{
    /// <summary>The form stays as it is: the answer ends with a line on how to go on with it.</summary>
    public static Decision Tell(Decision told, OpenForm? open) =>
        open is null ? told : told with { Replies = told.Replies.Add(GoingOn.Say(open)) };

    /// <summary>
    /// <see cref="Tell"/> for what a button of the review's card may have asked: the press uses the card up, so the review comes again on a
    /// card, and in words the line alone.
    /// </summary>
    public static Decision TellAtReview(Decision told, OpenForm? open) =>
        open?.Session.At is FormPosition.Review ? told with { Replies = told.Replies.Add(GoingOn.AtReview(open)) } : Tell(told, open);

    /// <summary>
    /// Remembers what the person wants; it is begun in this turn as soon as nothing is missing. A form with answers that would be lost is
    /// finished first.
    /// </summary>
    public static Decision Want(DialogContext context, PendingRequest request, OpenForm? open)
    {
        ActiveForm? form = context.Conversation.ActiveForm;
        if (open is not null && form?.CanLeadTo(request) == true)
            return context
                .With(context.Conversation with { Pending = request })
                .Say(PlaceMessage.Say(open, new Notice(context.Words["profile.first"])));
        return FinishFirst(context, open) ?? context.With(context.Conversation with { ActiveForm = null, Pending = request }).Say([]);
    }

    /// <summary>Says that the open form has to be finished or cancelled first; null if it can be left.</summary>
    public static Decision? FinishFirst(DialogContext context, OpenForm? open) =>
        open is not null && context.Conversation.ActiveForm is { IsLostByLeaving: true }
            ? context.Say(PlaceMessage.Say(open, Notice.Problem(context.Words.Say("form.finishFirst", open.Name))))
            : null;
}
