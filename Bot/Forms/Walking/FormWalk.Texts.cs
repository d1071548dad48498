using AgaBot.Forms.Normalization;
using AgaBot.Forms.Reading;

namespace AgaBot.Forms.Walking;

public static partial class FormWalk
{
    /// <summary>
    /// Takes a text that may span several messages: after a message that seems unfinished, the next ones are appended until <i>listo</i>.
    /// The text so far is always stored as the answer, so that leaving the question loses nothing.
    /// </summary>
    private static FormStep SayText(
        Form form,
        FormSession session,
        FormPosition.Asking at,
        Question.Text question,
        string said,
        DateOnly today
    )
    {
        string words = UserText.Clean(said);
        string? before = session.Unfinished.Contains(question.Id) ? session.Answer<Answer.Text>(question.Id)?.Value : null;
        if (UserText.IsBlank(words) || (before is null && !UnfinishedText.GoesOn(words)))
            return Say(form, session, at, AnswerReader.Read(question, said, today));

        string whole = before is null ? words : UnfinishedText.Join(before, words);
        if (whole.Length > question.MaxLength)
            return new FormStep(
                session,
                new FormOutcome.Refused(question.Id, new Problem.TooLong(whole.Length, question.MaxLength, before?.Length ?? 0))
            );
        FormSession taken = WithAnswer(session, question.Id, new Answer.Text(whole));
        return new FormStep(taken with { Unfinished = taken.Unfinished.Add(question.Id) }, new FormOutcome.GoesOn(question.Id));
    }
}
