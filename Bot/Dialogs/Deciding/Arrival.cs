using AgaBot.Dialogs.Drafting;
using AgaBot.Dialogs.Inputs;
using AgaBot.Dialogs.Undoing;

namespace AgaBot.Dialogs.Deciding;

/// <summary>The context at the start of a turn: the day, the language, and what has changed with time since the last turn.</summary>
internal static class Arrival
{
    public static DialogContext Of(DialogState state, TurnInput turn)
    {
        DialogContext before = FirstGreeting.Heed(new(WithoutLostDraft(state), turn));
        DialogContext greeted = before.With(before.Conversation with { Greeted = true, HeardOn = HeardOn(before) });
        return UndoHandler.ForgetOld(greeted) with { ComesBack = WaitingDrafts.ComesBack(before) };
    }

    /// <summary>Joining is not an input of the person.</summary>
    private static DateOnly? HeardOn(DialogContext before) =>
        before is { Conversation.HeardOn: null, State.Drafts: [], Turn.Input: UserInput.Joined or UserInput.Installed }
            ? null
            : before.Turn.Today;

    /// <summary>Clears the active form if its draft was sent or discarded in another conversation.</summary>
    private static DialogState WithoutLostDraft(DialogState state) =>
        state.Conversation.ActiveForm is { } form && form.SessionIn(state) is null
            ? state with
            {
                Conversation = state.Conversation with { ActiveForm = null },
            }
            : state;
}
