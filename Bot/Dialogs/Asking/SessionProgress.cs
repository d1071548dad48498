using AgaBot.Forms.Walking;

namespace AgaBot.Dialogs.Asking;

internal static class SessionProgress
{
    /// <summary>True if the same question is asked again with the same answers: the input had no effect.</summary>
    public static bool StandsStill(FormSession before, FormSession? after) =>
        after?.Id == before.Id
        && IsSame(before.At, after.At)
        && before.Answers.SequenceEqual(after.Answers)
        && before.Skipped.SequenceEqual(after.Skipped);

    private static bool IsSame(FormPosition one, FormPosition other) =>
        (one, other) switch
        {
            (FormPosition.Asking before, FormPosition.Asking after) => (before.QuestionId, before.Row) == (after.QuestionId, after.Row),
            _ => one == other,
        };
}
