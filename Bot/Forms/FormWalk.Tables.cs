using System.Collections.Immutable;

namespace AgaBot.Forms;

public static partial class FormWalk
{
    private static FormStep AddRow(FormSession session, Question question, FormInput.AddRow add, DateOnly today)
    {
        if (add.Revision != session.Revision || add.QuestionId != question.Id || question is not Question.Rows table)
            return Stale(session, add.QuestionId);

        return RowsReader.ReadCells(table, add.Cells, today) switch
        {
            Reading.Understood { Answer: Answer.Rows rows } => Stopped(TakeRows(session, table, rows.Items)),
            Reading.Unclear unclear => new FormStep(session, new FormOutcome.Refused(table.Id, unclear.Problem)),
            _ => new FormStep(session, new FormOutcome.Refused(table.Id, new Problem.Required())),
        };

        static FormStep Stopped(Taking taking) => new(taking.Session, taking.Stop ?? new FormOutcome.Moved([]));
    }

    private static FormStep RemoveRow(FormSession session, Question question, FormInput.RemoveRow remove)
    {
        if (remove.Revision is { } revision && (revision != session.Revision || question is not Question.Rows))
            return Stale(session, question.Id);
        ImmutableArray<Row> rows = RowsSoFar(session, question.Id);
        if (question is not Question.Rows || remove.Number < 1 || remove.Number > rows.Length)
            return NotHere(session);

        // A table without rows is no answer: a required one has to be asked for again.
        FormSession changed = rows.Length == 1
            ? session with { Answers = session.Answers.Remove(question.Id) }
            : WithAnswer(session, question.Id, new Answer.Rows(rows.RemoveAt(remove.Number - 1)));
        return new FormStep(changed, new FormOutcome.RowsChanged(0, 1));
    }

    /// <summary>Adds rows to those there are. The table stays open until <i>listo</i>.</summary>
    private static Taking TakeRows(FormSession session, Question.Rows table, ImmutableArray<Row> added)
    {
        ImmutableArray<Row> rows = RowsSoFar(session, table.Id).AddRange(added);
        int length = rows.Sum(row => row.Cells.Sum(cell => cell.Words.Length));
        if (rows.Length > table.MaxRows)
            return Refused(new Problem.TooMany(rows.Length, table.MaxRows));
        if (length > Question.Rows.MaxLength)
            return Refused(new Problem.TooLong(length, Question.Rows.MaxLength));
        return Taking.Answer(session, table.Id, new Answer.Rows(rows)) with { Stop = new FormOutcome.RowsChanged(added.Length, 0) };

        Taking Refused(Problem problem) => new(session, new FormOutcome.Refused(table.Id, problem));
    }

    private static ImmutableArray<Row> RowsSoFar(FormSession session, string questionId) =>
        session.Answer<Answer.Rows>(questionId)?.Items ?? [];
}
