using AgaBot.Dialogs.Drafting;
using AgaBot.Dialogs.Inputs;
using AgaBot.Dialogs.Undoing;

namespace AgaBot.Dialogs.Deciding;

/// <summary>The context in which a turn begins: the day, the language, and what time has changed since the last turn.</summary>
internal static class Arrival
{
    public static DialogContext Of(DialogState state, TurnInput turn)
    {
        DialogContext before = FirstGreeting.Heed(new(WithoutLostDraft(state), turn));
        DialogContext greeted = before.With(before.Conversation with { Greeted = true, HeardOn = HeardOn(before) });
        return UndoHandler.ForgetOld(greeted) with { ComesBack = WaitingDrafts.ComesBack(before) };
    }

    /// <summary>A person who joins has said nothing yet.</summary>
    private static DateOnly? HeardOn(DialogContext before) =>
        before is { Conversation.HeardOn: null, State.Drafts: [], Turn.Input: UserInput.Joined or UserInput.Installed }
            ? null
            : before.Turn.Today;

    /// <summary>The open draft may have been sent or thrown away in another conversation: then this one has nothing open.</summary>
    private static DialogState WithoutLostDraft(DialogState state) =>
        state.Conversation.ActiveForm is { } form && form.SessionIn(state) is null
            ? state with
            {
                Conversation = state.Conversation with { ActiveForm = null },
            }
            : state;
}
