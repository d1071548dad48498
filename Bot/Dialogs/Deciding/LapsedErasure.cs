using AgaBot.Dialogs.Commands;
using AgaBot.Dialogs.Explaining;
using AgaBot.Dialogs.Inputs;
using AgaBot.Dialogs.OwnData;
using AgaBot.Forms.Walking;

namespace AgaBot.Dialogs.Deciding;

/// <summary>
/// The question whether all data is erased ends with the next input that is not about it, so that no later word erases anything.
/// </summary>
internal static class LapsedErasure
{
    /// <returns>The turn without the question; null if the question is not open or the input is about it.</returns>
    public static DialogTurn? Of(DialogTurn turn) =>
        turn.Context.Conversation.ActiveForm is ErasingForm erasing && !IsAbout(erasing, turn)
            ? turn with
            {
                Context = turn.Context.WithNoForm(),
                Open = null,
            }
            : null;

    private static bool IsAbout(ErasingForm erasing, DialogTurn turn) =>
        turn.Context.Turn.Input switch
        {
            UserInput.Typed typed => turn.Typed switch
            {
                Utterance.Ordered { Command: DeleteMyDataCommand or HelpCommand } => true,
                Utterance.Ordered { Command: var command } => command.InputTo(turn.Open) is FormInput.Help or FormInput.Cancel,
                null => true,
                _ => ErasureReplies.Read(typed.Text) != ErasureReply.Other,
            },
            UserInput.Pressed { Submit: var submit } => submit.Session == erasing.Session.Id,
            UserInput.Joined or UserInput.Installed or UserInput.Removed => true,
            _ => false,
        };
}
