using System.Diagnostics;
using AgaBot.Forms.Dates;
using AgaBot.Forms.Reading;

namespace AgaBot.Forms.Walking;

public static partial class FormWalk
{
    internal static FormStep AtQuestion(Form form, FormSession session, FormPosition.Asking at, FormInput input, DateOnly today)
    {
        Question question = QuestionAt(form, at);
        if (AtRow(form, session, at, input, today) is { } changed)
            return changed;
        return input switch
        {
            FormInput.Say say when question is Question.Text { Multiline: true } text && form.HasReview => SayText(
                form,
                session,
                at,
                text,
                say.Text,
                today
            ),
            FormInput.Say say => Say(form, session, at, ReadSaid(question, at, say.Text, today)),
            FormInput.Fill fill => Fill(form, session, at, fill, today),
            FormInput.AddRow add => AddRow(session, question, add, today),
            FormInput.RemoveRow remove => RemoveRow(form, session, at, remove),
            FormInput.EditRow edit => EditRow(form, session, question, at, edit),
            FormInput.ReplaceRow replace => ReplaceRow(form, session, replace, today),
            FormInput.Replace replace => Replace(form, session, replace, today),
            FormInput.MoveRow move => MoveRow(form, session, at, move),
            FormInput.Done { Last: { } last } => AddLast(form, session, at, question, last, today),
            FormInput.Done => question is Question.Rows || !question.Required || session.Unfinished.Contains(question.Id)
                ? Say(form, session, at, new ParseResult.Blank())
                : NotHere(session),
            FormInput.Back => StepBack(form, session, at),
            FormInput.Skip => Say(form, session, at, new ParseResult.Blank()),
            FormInput.Edit edit => GoTo(form, session, edit.Number),
            FormInput.Help => new FormStep(session, new FormOutcome.Helped(question.Id)),
            FormInput.Cancel => AskToCancel(session),
            FormInput.Restart => AskToRestart(form, session),
            FormInput.Submit { First: { } first } => Then(Fill(form, session, at, first, today), after => Submit(form, after)),
            FormInput.Submit => Submit(form, session),
            FormInput.Details { First: { } first } => Then(Fill(form, session, at, first, today), after => Details(form, after)),
            FormInput.Details when form.DetailsOnRequest => Details(form, session),
            FormInput.Details => NotHere(session),
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>Goes on after the inputs of a card; stops at an input that does not fit.</summary>
    private static FormStep Then(FormStep filled, Func<FormSession, FormStep> next) =>
        filled.Outcome is FormOutcome.Moved ? next(filled.Session) : filled;

    /// <summary>Reads an answer, with the words before it if it is only their missing part.</summary>
    private static ParseResult ReadSaid(Question question, FormPosition.Asking at, string text, DateOnly today) =>
        AnswerReader.Read(question, text, today) is var reading
        && reading is ParseResult.Unclear
        && at.Earlier is { } earlier
        && AnswerReader.Read(question, $"{text} {earlier}", today) is ParseResult.Understood whole
            ? whole
            : reading;

    private static FormStep Say(Form form, FormSession session, FormPosition.Asking at, ParseResult reading)
    {
        Taking taking = Take(form, session, at, reading);
        return taking.Stop is { } stop
            ? new FormStep(taking.Session, stop)
            : MoveOn(form, session, taking.Session, at, taking.Answered ? [at.QuestionId] : []);
    }

    /// <summary>Puts the parsed answer into the session without moving on.</summary>
    private static Taking Take(Form form, FormSession session, FormPosition.Asking at, ParseResult reading)
    {
        Question question = QuestionAt(form, at);
        return reading switch
        {
            ParseResult.Understood { Answer: Answer.Rows rows } when question is Question.Rows table => TakeRows(
                session,
                table,
                rows.Items
            ),
            ParseResult.Understood { Answer: Answer.YesNo { Yes: false } } when question is Question.YesNo { OnlyYes: true } => new Taking(
                session with
                {
                    At = new FormPosition.Ended(false),
                },
                new FormOutcome.Cancelled()
            ),
            ParseResult.Understood understood => Taking.Answer(session, question.Id, understood.Answer),
            ParseResult.Unclear { Problem: Problem.UnclearDate unclear } => TakeUnclearDate(session, at, unclear),
            ParseResult.Unclear { Problem: Problem.UnnamedCount unnamed } => new Taking(
                session with
                {
                    At = at with { Earlier = unnamed.Words },
                },
                new FormOutcome.Refused(question.Id, unnamed)
            ),
            ParseResult.Unclear unclear => new Taking(session, new FormOutcome.Refused(question.Id, unclear.Problem)),
            ParseResult.Blank => PassOver(session, question),
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>Asks about an unclear date once; the second time, the words are the answer.</summary>
    private static Taking TakeUnclearDate(FormSession session, FormPosition.Asking at, Problem.UnclearDate unclear) =>
        at.AskedAgain
            ? Taking.Answer(session, at.QuestionId, new Answer.When(PlanDate.AsWords(unclear.Words)))
            : new Taking(session with { At = at with { AskedAgain = true } }, new FormOutcome.Refused(at.QuestionId, unclear));

    /// <summary>Skipping an answered question keeps its answer.</summary>
    private static Taking PassOver(FormSession session, Question question)
    {
        if (session.Answers.ContainsKey(question.Id))
            return new Taking(session with { Unfinished = session.Unfinished.Remove(question.Id) });
        return question.Required
            ? new Taking(session, new FormOutcome.Refused(question.Id, new Problem.Required()))
            : new Taking(session with { Skipped = session.Skipped.Add(question.Id) });
    }

    /// <param name="Stop">The outcome if the walk stays here or ends; null if the walk moves on.</param>
    /// <param name="Answered">False if the question was skipped.</param>
    private readonly record struct Taking(FormSession Session, FormOutcome? Stop = null, bool Answered = false)
    {
        public static Taking Answer(FormSession session, string questionId, Answer answer) =>
            new(WithAnswer(session, questionId, answer), Answered: true);
    }
}
