using System.Collections.Immutable;
using AgaBot.Forms.Reading;

namespace AgaBot.Forms.Walking;

public static partial class FormWalk
{
    private static FormStep EditRow(Form form, FormSession session, Question question, FormPosition.Asking at, FormInput.EditRow edit)
    {
        if (edit.Revision is { } revision && (revision != session.Revision || question is not Question.Rows))
            return Stale(session, question.Id);
        if (question is not Question.Rows)
            return GoToRow(form, session, edit);
        return HasRow(session, question.Id, edit.Number)
            ? Moved(session with { At = at with { Row = new RowAtHand(edit.Number, at.Row is { Alone: true }) } })
            : NotHere(session);
    }

    /// <summary>Moves from another question to a row of the form's only table, and returns after that row.</summary>
    private static FormStep GoToRow(Form form, FormSession session, FormInput.EditRow edit)
    {
        if (edit.Revision is { } revision && revision != session.Revision)
            return Stale(session, null);
        if (OneTable(form, session) is not { } table || !HasRow(session, table.Id, edit.Number))
            return NotHere(session);
        FormPosition.Asking there = OutOfTurn(session, table.Id);
        return Moved(session with { At = there with { Row = new RowAtHand(edit.Number, Alone: there.ThenReview) } });
    }

    /// <returns>Null if no row is being changed, or if the input does not concern that row.</returns>
    private static FormStep? AtRow(Form form, FormSession session, FormPosition.Asking at, FormInput input, DateOnly today)
    {
        if (at.Row is not { } row || QuestionAt(form, at) is not Question.Rows table || !HasRow(session, table.Id, row.Number))
            return null;
        return input switch
        {
            FormInput.Say say => PutRow(
                form,
                session,
                at,
                row,
                RowsReader.ReadChange(table, RowsSoFar(session, table.Id)[row.Number - 1], say.Text, today)
            ),
            FormInput.AddRow add when add.Revision == session.Revision && add.QuestionId == table.Id => PutRow(
                form,
                session,
                at,
                row,
                RowsReader.ReadCells(table, add.Cells, today)
            ),
            FormInput.Back or FormInput.Skip => AfterRow(form, session, session, at, new FormOutcome.Moved([])),
            _ => null,
        };
    }

    private static FormStep PutRow(Form form, FormSession session, FormPosition.Asking at, RowAtHand row, ParseResult reading)
    {
        var table = (Question.Rows)QuestionAt(form, at);
        switch (reading)
        {
            case ParseResult.Understood { Answer: Answer.Rows read }:
                ImmutableArray<Row> before = RowsSoFar(session, table.Id);
                Row former = before[row.Number - 1];
                ImmutableArray<Row> rows = before
                    .RemoveAt(row.Number - 1)
                    .InsertRange(row.Number - 1, read.Items.Select(one => one.MeaningAs(former)));
                return TooMuch(table, rows) is { } problem
                    ? Refused(problem)
                    : AfterRow(
                        form,
                        session,
                        WithAnswer(session, table.Id, new Answer.Rows(rows)),
                        at,
                        new FormOutcome.RowChanged(row.Number)
                    );
            case ParseResult.Unclear unclear:
                return Refused(unclear.Problem);
            default:
                return Refused(new Problem.Required());
        }

        FormStep Refused(Problem why) => new(session, new FormOutcome.Refused(table.Id, why));
    }

    /// <summary>Returns to the table, or moves on if the person came for this row alone.</summary>
    private static FormStep AfterRow(Form form, FormSession before, FormSession after, FormPosition.Asking at, FormOutcome outcome) =>
        at.Row is { Alone: true }
            ? MoveOn(form, before, after, at, []) with
            {
                Outcome = outcome,
            }
            : new FormStep(after with { At = at with { Row = null } }, outcome);

    /// <summary>
    /// Number of rows in the current table, or in the only table that is asked, which <i>editar fila N</i> reaches from anywhere. 0 if
    /// there is none.
    /// </summary>
    public static int RowCount(Form form, FormSession session)
    {
        Question? table =
            session.At is FormPosition.Asking at && form.Find(at.QuestionId) is Question.Rows atHand ? atHand : OneTable(form, session);
        return table is null ? 0 : RowsSoFar(session, table.Id).Length;
    }

    /// <summary>Null if no table is asked, or more than one.</summary>
    private static Question? OneTable(Form form, FormSession session) =>
        Asked(form, session).Where(static question => question is Question.Rows).Take(2).ToArray() is [var table] ? table : null;

    private static bool HasRow(FormSession session, string questionId, int number) =>
        number >= 1 && number <= RowsSoFar(session, questionId).Length;
}
