using System.Collections.Immutable;
using AgaBot.Forms.Dates;
using AgaBot.Forms.Normalization;
using AgaBot.Forms.Reading;

namespace AgaBot.Forms.Walking;

public static partial class FormWalk
{
    private static FormStep ReplaceRow(Form form, FormSession session, FormInput.ReplaceRow replace, DateOnly today)
    {
        FormStep gone = session.At is FormPosition.Asking at
            ? EditRow(form, session, QuestionAt(form, at), at, new FormInput.EditRow(null, replace.Number))
            : GoToRow(form, session, new FormInput.EditRow(null, replace.Number));
        if (gone.Outcome is not FormOutcome.Moved || gone.Session.At is not FormPosition.Asking row)
            return gone;
        return AtRow(form, gone.Session, row, new FormInput.Say(replace.Text), today) ?? gone;
    }

    /// <summary>
    /// An answer that is not understood changes nothing, except that an unclear date is asked about once at its question.
    /// </summary>
    private static FormStep Replace(Form form, FormSession session, FormInput.Replace replace, DateOnly today)
    {
        ImmutableArray<Question> asked = Asked(form, session);
        if (
            replace.Number < 1
            || replace.Number > asked.Length
            || asked[replace.Number - 1] is Question.Rows or Question.YesNo { OnlyYes: true }
        )
            return NotHere(session);

        Question question = asked[replace.Number - 1];
        return (MeantInTable(session, question, replace.Text) ?? AnswerReader.Read(question, replace.Text, today)) switch
        {
            ParseResult.Understood understood => Replaced(form, WithAnswer(session, question.Id, understood.Answer), question.Id),
            ParseResult.Unclear { Problem: Problem.UnclearDate unclear } => new FormStep(
                session with
                {
                    At = OutOfTurn(session, question.Id) with { AskedAgain = true },
                },
                new FormOutcome.Refused(question.Id, unclear)
            ),
            ParseResult.Unclear unclear => new FormStep(session, new FormOutcome.Refused(question.Id, unclear.Problem)),
            _ => NotHere(session),
        };
    }

    /// <summary>
    /// A new choice may open a required question. If the walk is past that question, the walk moves to it, unless the person came to change
    /// the current question. A new choice may also end the current question.
    /// </summary>
    private static FormStep Replaced(Form form, FormSession session, string questionId)
    {
        var replaced = new FormOutcome.Replaced(questionId);
        if (session.At is FormPosition.Asking at && !IsAsked(form, session, at.QuestionId))
            return new FormStep(session with { At = FirstPlace(form, session) }, replaced);
        return Open(form, session).FirstOrDefault(question => question.Required) is { } missing && IsPast(form, session, missing)
            ? new FormStep(session with { At = new FormPosition.Asking(missing.Id) }, replaced)
            : new FormStep(session, replaced);
    }

    private static bool IsPast(Form form, FormSession session, Question question)
    {
        if (session.At is not FormPosition.Asking at)
            return session.At is FormPosition.Review;
        ImmutableArray<Question> asked = Asked(form, session);
        return !at.ThenReview && IndexOf(asked, question.Id) < IndexOf(asked, at.QuestionId);
    }

    /// <summary>"En 3 meses" copied from a table keeps its meaning on the day when it was written there; of two, the later date.</summary>
    private static ParseResult.Understood? MeantInTable(FormSession session, Question question, string text)
    {
        if (question is not Question.PlanDate)
            return null;
        string words = UserText.Clean(text);
        return
            session
                .Answers.Values.OfType<Answer.Rows>()
                .SelectMany(static rows => rows.Items)
                .SelectMany(static row => row.Cells)
                .Select(static cell => cell.Date)
                .OfType<PlanDate>()
                .Where(date => date.Words == words && date.Precision != DatePrecision.Words)
                .MaxBy(static date => date.Latest)
                is { } date
            ? new ParseResult.Understood(new Answer.When(date))
            : null;
    }
}
