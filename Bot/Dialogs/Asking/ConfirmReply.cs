using AgaBot.Dialogs.Phrasing;
using AgaBot.Dialogs.Views;
using AgaBot.Forms;

namespace AgaBot.Dialogs.Asking;

/// <summary>Asks for a yes before something is thrown away.</summary>
internal static class ConfirmReply
{
    public static Reply Say(OpenForm open, Confirmable what, Notice notice)
    {
        Words words = open.Words;
        (string question, string yes, string no) = what switch
        {
            Confirmable.Cancel => ("confirm.cancel", "confirm.cancel.yes", "confirm.cancel.no"),
            Confirmable.Restart => ("confirm.restart", "confirm.restart.yes", "confirm.restart.no"),
            _ => throw new ArgumentOutOfRangeException(nameof(what), what, null),
        };
        string asked = notice.Above(words.Say(question, open.Name));
        string text = $"{asked}\n{words["kind.yesno.hint"]}";
        return new Reply(text, new ConfirmView
        {
            FallbackText = text,
            Speak = asked,
            Lang = words.Language,
            Text = PlainInCards.Escape(asked),
            Origin = PlaceReply.Origin(open),
            YesLabel = words[yes],
            NoLabel = words[no],
        });
    }
}
