using System.Collections.Immutable;
using System.Diagnostics;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Forms;
using AgaBot.Forms.Walking;

namespace AgaBot.Dialogs.Asking;

/// <summary>
/// Says the result of an input and asks what comes next. The handler that opened the form says what happens when it is sent or cancelled.
/// </summary>
internal static class StepMessage
{
    /// <param name="after">The form as it stands after the step.</param>
    /// <param name="input">What the person said or pressed.</param>
    /// <param name="offers">What the step points out.</param>
    public static Reply Say(OpenForm after, FormInput input, FormOutcome outcome, params ImmutableArray<Offer> offers) =>
        PlaceMessage.Say(after, NoticeOf(after, input, outcome) with { Offers = offers });

    private static Notice NoticeOf(OpenForm after, FormInput input, FormOutcome outcome)
    {
        Words words = after.Words;
        return outcome switch
        {
            FormOutcome.Moved moved => new Notice(Understanding.Say(after, input, moved.Taken)),
            FormOutcome.Refused refused => Notice.Problem(ProblemPhrases.Say(after, refused)),
            FormOutcome.RowsChanged rows => new Notice(RowsChanged(after, rows)),
            FormOutcome.RowChanged row => new Notice(words.Say("rows.changed", row.Number)),
            FormOutcome.Replaced replaced => new Notice(Replaced(after, input, replaced.QuestionId)),
            FormOutcome.RowMoved row => new Notice(words.Say("rows.moved", row.From, row.To)),
            FormOutcome.GoesOn => Notice.None,
            FormOutcome.Helped helped => new Notice(QuestionHelp.Say(after, helped.QuestionId)) { ExplainsOptions = true },
            FormOutcome.AskedToConfirm => Notice.None,
            FormOutcome.Resumed => new Notice(words["form.resumed"]),
            FormOutcome.Restarted => new Notice(words["form.restarted"]),
            FormOutcome.Incomplete when after.AskedAs is not null => Notice.Problem(words["response.answerFirst"]),
            FormOutcome.Incomplete incomplete => Notice.Problem(words.Say("form.incomplete", Names(after, incomplete.Missing))),
            FormOutcome.Stale stale => Notice.Problem(StaleCard(after, stale.QuestionId)),
            FormOutcome.NotHere => Notice.Problem(NotHere(after, input)),
            FormOutcome.Submitted or FormOutcome.Cancelled => throw new InvalidOperationException("Who opened the form says how it ends."),
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>"Esa pregunta ya la respondió", with how to change the answer if that is possible.</summary>
    public static string StaleCard(OpenForm open, string? questionId) =>
        questionId is not null && open.NumberOf(questionId) is > 0 and var number && open.Session.Answers.ContainsKey(questionId)
            ? open.Words.Say("form.answeredBefore", number)
            : open.Words["form.oldCard"];

    private static string RowsChanged(OpenForm after, FormOutcome.RowsChanged rows) =>
        rows.Added > 0 ? after.Words.Count("rows.added", rows.Added) : after.Words["rows.removed"];

    private static string Replaced(OpenForm after, FormInput input, string questionId) =>
        Understanding.Say(after, input, [questionId]) is { Length: > 0 } understood
            ? understood
            : after.Words.Say(
                "form.replaced",
                after.NumberOf(questionId),
                Excerpt.Quote(AnswerPhrases.Say(after.Words, after.Form.Find(questionId)!, after.Session.Answers[questionId]))
            );

    private static string CannotMove(OpenForm after, FormPosition.Asking at, FormInput.MoveRow row)
    {
        int rows = after.Session.Answer<Answer.Rows>(at.QuestionId)?.Items.Length ?? 0;
        return row.Number < 1 || row.Number > rows
            ? NoSuchRow(after, row.Number)
            : after.Words[row.By < 0 ? "rows.isFirst" : "rows.isLast"];
    }

    private static string NoSuchRow(OpenForm after, int number) =>
        after.RowCount == 0 ? after.Words["rows.none"] : after.Words.Say("rows.noSuchRow", number);

    private static string Names(OpenForm open, ImmutableArray<string> questionIds) =>
        string.Join(", ", questionIds.Select(id => open.Text(id, "name")));

    private static string NotHere(OpenForm after, FormInput input) =>
        (after.Session.At, input) switch
        {
            (_, FormInput.Edit edit) => after.Words.Say(
                "form.noSuchQuestion",
                edit.Number,
                FormWalk.Asked(after.Form, after.Session).Length
            ),
            (_, FormInput.RemoveRow row) => NoSuchRow(after, row.Number),
            (_, FormInput.EditRow row) => NoSuchRow(after, row.Number),
            (_, FormInput.ReplaceRow row) => NoSuchRow(after, row.Number),
            (FormPosition.Asking at, FormInput.MoveRow row) => CannotMove(after, at, row),
            (FormPosition.Asking, FormInput.Back) => after.Words["form.firstQuestion"],
            (FormPosition.Review, _) => after.Words["review.notHere"],
            _ => after.Words["form.notHere"],
        };
}
