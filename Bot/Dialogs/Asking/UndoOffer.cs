namespace AgaBot.Dialogs.Asking;

/// <summary>Keeps what an input to a form discarded, and says how <i>deshacer</i> brings it back.</summary>
internal static class UndoOffer
{
    /// <summary>The offer comes before the next question, so that the question stays last.</summary>
    public static Decision Remember(DialogContext before, ActiveForm form, Decision decision)
    {
        if (form.LostBy(before, decision) is not { } lost)
            return decision;
        Reply offer = ButtonsMessage.Say(before.Words, before.Words["undo.offer"], "undo");
        return decision with
        {
            State = decision.State with { Conversation = decision.State.Conversation with { Undo = lost } },
            Replies = decision.State.Conversation.ActiveForm is null ? decision.Replies.Add(offer) : decision.Replies.Insert(0, offer),
        };
    }
}
