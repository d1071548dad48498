using System.Diagnostics;
using AgaBot.Dialogs.Views;
using AgaBot.Forms.Walking;

namespace AgaBot.Dialogs.Asking;

/// <summary>Says what a form asks at the current position of its session.</summary>
internal static class PlaceMessage
{
    public static Reply Say(OpenForm open, Notice notice) =>
        open.Session.At switch
        {
            FormPosition.Asking => QuestionMessage.Say(open, notice),
            FormPosition.Review => ReviewMessage.Say(open, notice),
            FormPosition.Confirming confirming => ConfirmMessage.Say(open, confirming.What, notice),
            FormPosition.Ended => throw new InvalidOperationException($"The walk of '{open.Form.Id}' has ended: nothing is asked."),
            _ => throw new UnreachableException(),
        };

    public static CardOrigin Origin(OpenForm open) => new(open.Session.Id, open.Session.Revision, open.QuestionAtHand?.Id ?? "");
}
