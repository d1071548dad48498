using System.Collections.Immutable;
using AgaBot.Forms.Reading;

namespace AgaBot.Forms.Walking;

public static partial class FormWalk
{
    private static FormStep AddRow(FormSession session, Question question, FormInput.AddRow add, DateOnly today)
    {
        if (add.Revision != session.Revision || add.QuestionId != question.Id || question is not Question.Rows table)
            return Stale(session, add.QuestionId);

        return RowsReader.ReadCells(table, add.Cells, today) switch
        {
            ParseResult.Understood { Answer: Answer.Rows rows } => Stopped(TakeRows(session, table, rows.Items)),
            ParseResult.Unclear unclear => new FormStep(session, new FormOutcome.Refused(table.Id, unclear.Problem)),
            _ => new FormStep(session, new FormOutcome.Refused(table.Id, new Problem.Required())),
        };

        static FormStep Stopped(Taking taking) => new(taking.Session, taking.Stop ?? new FormOutcome.Moved([]));
    }

    /// <summary>Adds a row and moves on. If the row is refused, the table stays open.</summary>
    private static FormStep AddLast(
        Form form,
        FormSession session,
        FormPosition.Asking at,
        Question question,
        FormInput.AddRow last,
        DateOnly today
    )
    {
        FormStep added = AddRow(session, question, last, today);
        return added.Outcome is FormOutcome.RowsChanged ? Say(form, added.Session, at, new ParseResult.Blank()) : added;
    }

    private static FormStep RemoveRow(Form form, FormSession session, FormPosition.Asking at, FormInput.RemoveRow remove)
    {
        if (IsOld(form, session, at, remove.Revision))
            return Stale(session, at.QuestionId);
        ImmutableArray<Row> rows = RowsSoFar(session, at.QuestionId);
        if (remove.Number < 1 || remove.Number > rows.Length)
            return NotHere(session);

        // A table without rows is not an answer: a required table is asked again.
        FormSession changed =
            rows.Length == 1
                ? session with
                {
                    Answers = session.Answers.Remove(at.QuestionId),
                }
                : WithAnswer(session, at.QuestionId, new Answer.Rows(rows.RemoveAt(remove.Number - 1)));
        return AfterRow(form, session, changed, at, new FormOutcome.RowsChanged(0, 1));
    }

    private static FormStep MoveRow(Form form, FormSession session, FormPosition.Asking at, FormInput.MoveRow move)
    {
        if (IsOld(form, session, at, move.Revision))
            return Stale(session, at.QuestionId);
        ImmutableArray<Row> rows = RowsSoFar(session, at.QuestionId);
        long to = (long)move.Number + move.By;
        if (move.Number < 1 || move.Number > rows.Length || to < 1 || to > rows.Length)
            return NotHere(session);

        ImmutableArray<Row> moved = rows.RemoveAt(move.Number - 1).Insert((int)to - 1, rows[move.Number - 1]);
        return AfterRow(
            form,
            session,
            WithAnswer(session, at.QuestionId, new Answer.Rows(moved)),
            at,
            new FormOutcome.RowMoved(move.Number, (int)to)
        );
    }

    private static bool IsOld(Form form, FormSession session, FormPosition.Asking at, int? revision) =>
        revision is { } made && (made != session.Revision || QuestionAt(form, at) is not Question.Rows);

    /// <summary>Appends rows. The table stays open until <i>listo</i>.</summary>
    private static Taking TakeRows(FormSession session, Question.Rows table, ImmutableArray<Row> added)
    {
        ImmutableArray<Row> rows = RowsSoFar(session, table.Id).AddRange(added);
        return TooMuch(table, rows) is { } problem
            ? new Taking(session, new FormOutcome.Refused(table.Id, problem))
            : Taking.Answer(session, table.Id, new Answer.Rows(rows)) with
            {
                Stop = new FormOutcome.RowsChanged(added.Length, 0),
            };
    }

    private static Problem? TooMuch(Question.Rows table, ImmutableArray<Row> rows)
    {
        if (rows.Length > table.MaxRows)
            return new Problem.TooMany(rows.Length, table.MaxRows);
        int length = rows.Sum(row => row.Cells.Sum(cell => cell.Words.Length));
        return length > Question.Rows.MaxLength ? new Problem.TooLong(length, Question.Rows.MaxLength) : null;
    }

    private static ImmutableArray<Row> RowsSoFar(FormSession session, string questionId) =>
        session.Answer<Answer.Rows>(questionId)?.Items ?? [];
}
