using AgaBot.Dialogs.Asking;

namespace AgaBot.Dialogs.Deciding;

/// <summary>The reply to an input that cannot be followed.</summary>
internal static class Misunderstanding
{
    /// <summary>Says in one sentence what is wrong, then the question again, or the nearest things that can be asked for.</summary>
    /// <param name="text">What was typed; empty if nothing was.</param>
    public static Decision Say(DialogContext context, OpenForm? open, string key, string text = "") =>
        (
            open is null
                ? context.Say(NearestThings.Say(context, context.Words[key], text))
                : context.Say(PlaceMessage.Say(open, Notice.Problem(context.Words[key])))
        ) with
        {
            NotUnderstood = true,
        };

    public static Decision SayOldCard(DialogContext context, OpenForm? open, string? questionId) =>
        open is null
            ? context.Say(context.Words["oldCard"])
            : context.Say(PlaceMessage.Say(open, Notice.Problem(StepMessage.StaleCard(open, questionId))));
}
