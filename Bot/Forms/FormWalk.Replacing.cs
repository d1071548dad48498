using System.Collections.Immutable;

namespace AgaBot.Forms;

public static partial class FormWalk
{
    private static FormStep ReplaceRow(Form form, FormSession session, FormInput.ReplaceRow replace, DateOnly today)
    {
        FormStep gone = session.At is Place.Asking at
            ? EditRow(form, session, QuestionAt(form, at), at, new FormInput.EditRow(null, replace.Number))
            : GoToRow(form, session, new FormInput.EditRow(null, replace.Number));
        if (gone.Outcome is not FormOutcome.Moved || gone.Session.At is not Place.Asking row)
            return gone;
        return AtRow(form, gone.Session, row, new FormInput.Say(replace.Text), today) ?? gone;
    }

    /// <summary>What is not understood changes nothing, except that a date is asked about once where it belongs.</summary>
    private static FormStep Replace(Form form, FormSession session, FormInput.Replace replace, DateOnly today)
    {
        ImmutableArray<Question> asked = Asked(form, session);
        if (replace.Number < 1 || replace.Number > asked.Length || asked[replace.Number - 1] is Question.Rows or Question.YesNo { OnlyYes: true })
            return NotHere(session);

        Question question = asked[replace.Number - 1];
        return AnswerReader.Read(question, replace.Text, today) switch
        {
            Reading.Understood understood => new FormStep(WithAnswer(session, question.Id, understood.Answer), new FormOutcome.Replaced(question.Id)),
            Reading.Unclear { Problem: Problem.UnclearDate unclear } => new FormStep(
                session with { At = new Place.Asking(question.Id, AskedAgain: true, ThenReview: true) }, new FormOutcome.Refused(question.Id, unclear)),
            Reading.Unclear unclear => new FormStep(session, new FormOutcome.Refused(question.Id, unclear.Problem)),
            _ => NotHere(session),
        };
    }
}
