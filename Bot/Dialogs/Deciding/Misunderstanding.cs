using AgaBot.Dialogs.Asking;
using AgaBot.Dialogs.Commands;

namespace AgaBot.Dialogs.Deciding;

/// <summary>The reply to an input that cannot be followed.</summary>
internal static class Misunderstanding
{
    /// <summary>Says in one sentence what is wrong, then the question again, or the list of commands.</summary>
    public static Decision Say(DialogContext context, OpenForm? open, string key) =>
        (
            open is null
                ? context.Say($"{context.Words[key]}\n\n{CommandList.Say(context)}")
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
