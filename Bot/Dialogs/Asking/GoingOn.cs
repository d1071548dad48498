using System.Diagnostics;
using AgaBot.Forms.Walking;

namespace AgaBot.Dialogs.Asking;

/// <summary>The short line, after an answer about something else, on how to go on with the waiting form.</summary>
internal static class GoingOn
{
    public static Reply Say(OpenForm open) =>
        new(
            open.Session.At switch
            {
                FormPosition.Asking => FormWalk.Progress(open.Form, open.Session) is { Of: > 1 } progress
                    ? open.Words.Say("goingOn.question", Name(open), progress.Number, progress.Of)
                    : open.Words.Say("goingOn.oneQuestion", Name(open)),
                FormPosition.Review => open.Words.Say("goingOn.review", Name(open)),
                FormPosition.Confirming => open.Words["goingOn.confirm"],
                FormPosition.Ended => throw new InvalidOperationException("A walk that has ended does not wait."),
                _ => throw new UnreachableException(),
            }
        );

    /// <summary>The short line as text, and the whole review as a card.</summary>
    public static Reply AtReview(OpenForm open) => ReviewMessage.Say(open, Notice.None) with { Text = Say(open).Text };

    private static string Name(OpenForm open) => open.Words.AtBeginning(open.Name);
}
