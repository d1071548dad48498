using AgaBot.Dialogs.Phrasing;
using AgaBot.Dialogs.Views;
using AgaBot.Forms.Walking;
using AgaBot.Plans.FormDefinitions;
using AgaBot.Plans.Mesas;

namespace AgaBot.Dialogs.Asking;

/// <summary>Asks for confirmation before answers are discarded, or sent on a word that may mean something else.</summary>
internal static class ConfirmMessage
{
    public static Reply Say(OpenForm open, Confirmable what, Notice notice)
    {
        Words words = open.Words;
        (string yes, string no) = what switch
        {
            Confirmable.Cancel => ("confirm.cancel.yes", "confirm.cancel.no"),
            Confirmable.Restart => ("confirm.restart.yes", "confirm.restart.no"),
            Confirmable.Send => ("confirm.send.yes", "confirm.send.no"),
            _ => throw new ArgumentOutOfRangeException(nameof(what), what, null),
        };
        string asked = notice.Above(Asks(open, what));
        string text = $"{asked}\n{words["kind.yesno.hint"]}";
        return new Reply(
            text,
            new ConfirmView
            {
                FallbackText = text,
                Speak = asked,
                Lang = words.Language,
                Text = PlainInCards.Escape(asked),
                Origin = PlaceMessage.Origin(open),
                YesLabel = words[yes],
                NoLabel = words[no],
            }
        );
    }

    public static string Asks(OpenForm open, Confirmable what) =>
        open.Words.Say(
            (what, open.Form.Id) switch
            {
                (Confirmable.Cancel, MesaForm.Id) => "confirm.cancelMesa",
                (Confirmable.Cancel, ProfileForm.CorrectionId) => "confirm.cancelCorrection",
                (Confirmable.Cancel, _) => "confirm.cancel",
                (Confirmable.Restart, _) => "confirm.restart",
                (Confirmable.Send, _) => "confirm.send",
                _ => throw new ArgumentOutOfRangeException(nameof(what), what, null),
            },
            open.FullName
        );
}
