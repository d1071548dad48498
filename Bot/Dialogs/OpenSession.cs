using System.Diagnostics;
using AgaBot.Dialogs.Proposals;
using AgaBot.Forms.Walking;

namespace AgaBot.Dialogs;

/// <summary>The session of the form that typed answers go to.</summary>
internal static class OpenSession
{
    public static FormSession? Of(DialogState state) =>
        state.Conversation.ActiveForm switch
        {
            ActiveForm.Proposing proposing => ProposalDrafts.Find(state, proposing.Draft)?.Session,
            ActiveForm.AboutMe aboutMe => aboutMe.Session,
            ActiveForm.Correcting correcting => correcting.Session,
            ActiveForm.Erasing erasing => erasing.Session,
            ActiveForm.CountingMesa counting => counting.Session,
            ActiveForm.OpeningConsultation opening => opening.Session,
            ActiveForm.Responding responding => responding.Session,
            null => null,
            _ => throw new UnreachableException(),
        };

    /// <summary>True where the same question is asked again with the same answers: what was said came to nothing.</summary>
    public static bool StandsStill(FormSession before, FormSession? after) =>
        after?.Id == before.Id
        && Same(before.At, after.At)
        && before.Answers.SequenceEqual(after.Answers)
        && before.Skipped.SequenceEqual(after.Skipped);

    private static bool Same(FormPosition one, FormPosition other) =>
        (one, other) switch
        {
            (FormPosition.Asking before, FormPosition.Asking after) => (before.QuestionId, before.Row) == (after.QuestionId, after.Row),
            _ => one == other,
        };
}
