using AgaBot.Forms.Walking;

namespace AgaBot.Dialogs.Asking;

/// <summary>Continues with a form that has changed since the person began it: keeps the answers and says what changed.</summary>
internal static class ChangedForms
{
    /// <returns>The context with the open form as it is now; null if the form has not changed.</returns>
    public static ChangedForm? Carry(DialogContext context, OpenForm open) =>
        context.Conversation.ActiveForm is { } form && CarriedSession.Carry(open.Form, open.Session) is { } carried
            ? new ChangedForm(
                context with
                {
                    State = form.WithSession(context.State, carried.Session),
                },
                open.With(carried.Session),
                Say(open, carried),
                carried.LostItsPlace
            )
            : null;

    private static Notice Say(OpenForm open, CarriedSession carried) =>
        new(
            carried.Misfits.IsEmpty
                ? open.Words["form.changed"]
                : open.Words.Say("form.changedMisfit", string.Join(", ", carried.Misfits.Select(id => FormerAnswers.Name(open, id))))
        );
}

/// <param name="Open">The form in its current version.</param>
/// <param name="LostItsPlace">Whether the question that a typed answer would go to no longer exists.</param>
internal sealed record ChangedForm(DialogContext Context, OpenForm Open, Notice Notice, bool LostItsPlace);
