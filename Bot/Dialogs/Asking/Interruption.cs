using AgaBot.Forms.Walking;

namespace AgaBot.Dialogs.Asking;

/// <summary>What happens to an open form when the person asks for something else.</summary>
internal static class Interruption
{
    /// <summary>The form stays as it is: the answer ends with a line on how to go on with the form.</summary>
    public static Decision Tell(Decision told, OpenForm? open) =>
        open is null ? told : told with { Replies = told.Replies.Add(GoingOn.Say(open)) };

    /// <summary>
    /// <see cref="Tell"/> for a command that a button of the review's card may have sent. The press uses the card up, so the review is
    /// shown again as a card; the text is only the short line.
    /// </summary>
    public static Decision TellAtReview(Decision told, OpenForm? open) =>
        open?.Session.At is FormPosition.Review ? told with { Replies = told.Replies.Add(GoingOn.AtReview(open)) } : Tell(told, open);

    /// <summary>
    /// Makes the request pending. The request begins in this turn if nothing is missing. A form whose answers would be lost has to be
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
