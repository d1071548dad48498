using System.Diagnostics;
using AgaBot.Dialogs.Views;
using AgaBot.Forms;

namespace AgaBot.Dialogs.Asking;

/// <summary>Says what a form asks where its walk stands.</summary>
internal static class PlaceReply
{
    public static Reply Say(OpenForm open, Notice notice) =>
        open.Session.At switch
        {
            Place.Asking => QuestionReply.Say(open, notice),
            Place.Review => ReviewReply.Say(open, notice),
            Place.Confirming confirming => ConfirmReply.Say(open, confirming.What, notice),
            Place.Ended => throw new InvalidOperationException($"The walk of '{open.Form.Id}' has ended: nothing is asked."),
            _ => throw new UnreachableException(),
        };

    public static CardOrigin Origin(OpenForm open) => new(open.Session.Id, open.Session.Revision, open.QuestionAtHand?.Id ?? "");
}
