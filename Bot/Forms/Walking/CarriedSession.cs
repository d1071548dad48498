using System.Collections.Immutable;

namespace AgaBot.Forms.Walking;

/// <summary>A session of another version of its form, converted to the current version.</summary>
/// <param name="Misfits">Ids of questions whose answer no longer fits. The answer is kept in <see cref="FormSession.Former"/>.</param>
/// <param name="LostItsPlace">
/// True if the current question no longer exists or is no longer asked: a reply to it does not answer another question.
/// </param>
public sealed record CarriedSession(FormSession Session, ImmutableArray<string> Misfits, bool LostItsPlace)
{
    /// <summary>Matches answers to questions by question id.</summary>
    /// <returns>Null if the session fits the current form.</returns>
    public static CarriedSession? Carry(Form form, FormSession session)
    {
        ImmutableArray<string> misfits =
        [
            .. session.Answers.Where(answer => !Fits(form.Find(answer.Key), answer.Value)).Select(static answer => answer.Key),
        ];
        FormSession fitting = misfits.IsEmpty ? session : session with { Answers = session.Answers.RemoveRange(misfits) };
        bool lost = session.At.AskedId is { } asked && !FormWalk.IsAsked(form, fitting, asked);
        if (session.FormVersion == form.Version && misfits.IsEmpty && !lost)
            return null;

        FormSession carried = fitting with
        {
            FormVersion = form.Version,
            Former = session.Former.SetItems(misfits.Select(id => KeyValuePair.Create(id, session.Answers[id]))),
            Skipped = session.Skipped.Except(session.Skipped.Where(id => form.Find(id) is null)),
            Unfinished = session.Unfinished.Except(
                session.Unfinished.Where(id => form.Find(id) is not Question.Text || misfits.Contains(id))
            ),
        };
        return new CarriedSession(
            lost ? carried with { At = session.At.Restored(form, carried), Revision = session.Revision + 1 } : carried,
            misfits,
            lost
        );
    }

    private static bool Fits(Question? question, Answer answer) =>
        (question, answer) switch
        {
            (Question.Choice choice, Answer.Choice chosen) => choice.Options.Any(option => option.Id == chosen.OptionId),
            (Question.Rows table, Answer.Rows rows) => rows.Items.All(row => row.Cells.Length == table.Columns.Length),
            (Question.HeadCount count, Answer.HeadCount given) => given.Groups.All(group =>
                count.Options.Any(option => option.Id == group.OptionId)
            ),
            (Question.Number number, Answer.Number given) => given.Value >= number.Min && given.Value <= number.Max,

            (Question.Text, Answer.Text) => true,
            (Question.List, Answer.List) => true,
            (Question.PlanDate, Answer.When) => true,
            (Question.Date, Answer.Day) => true,
            (Question.YesNo, Answer.YesNo) => true,
            _ => false,
        };
}
