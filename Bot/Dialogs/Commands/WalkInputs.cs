using AgaBot.Dialogs.Asking;
using AgaBot.Forms;
using AgaBot.Forms.Walking;

namespace AgaBot.Dialogs.Commands;

/// <summary>The commands that are an input to the open form.</summary>
internal static class WalkInputs
{
    /// <summary>Null where the command is about something else; <i>editar</i> without its number is too.</summary>
    public static FormInput? Of(Command command, OpenForm? open) =>
        command switch
        {
            Command.Back => new FormInput.Back(),
            Command.Skip => new FormInput.Skip(),
            Command.Done => new FormInput.Done(),
            Command.Edit { Number: { } number } => new FormInput.Edit(number),
            Command.Change change when open?.QuestionAtHand is Question.Rows => new FormInput.EditRow(null, change.Number),
            Command.Change change => new FormInput.Edit(change.Number),
            Command.RemoveRow row => new FormInput.RemoveRow(null, row.Number ?? open?.RowCount ?? 0),
            Command.EditRow row => new FormInput.EditRow(null, row.Number ?? open?.RowCount ?? 0),
            Command.ReplaceRow row => new FormInput.ReplaceRow(row.Number, row.Text),
            Command.ReplaceAnswer answer => new FormInput.Replace(answer.Number, answer.Text),
            Command.MoveRow row => new FormInput.MoveRow(null, row.Number, row.By),
            Command.Cancel => new FormInput.Cancel(),
            Command.Restart => new FormInput.Restart(),
            Command.Send => new FormInput.Submit(),
            _ => null,
        };
}
