using System.Collections.Immutable;
using AgaBot.Forms.Reading;

namespace AgaBot.Forms.Walking;

public static partial class FormWalk
{
    /// <summary>
    /// Puts answers from a document into a session. The walk is then at the first open question or at the review, so that nothing is
    /// submitted unseen. A date that is not understood is kept as words, since the review shows them.
    /// </summary>
    /// <param name="leftOpen">Ids of questions that the document leaves unanswered: the optional ones are skipped.</param>
    public static PrefillResult Prefill(
        Form form,
        FormSession session,
        ImmutableArray<PrefillAnswer> written,
        ImmutableArray<string> leftOpen,
        DateOnly today
    )
    {
        var taken = ImmutableArray.CreateBuilder<string>();
        var refused = ImmutableArray.CreateBuilder<FormOutcome.Refused>();
        FormSession filled = session;
        foreach (PrefillAnswer answer in written)
        {
            if (form.Find(answer.QuestionId) is not { } question)
                continue;
            foreach (ParseResult reading in Readings(question, answer, today))
            {
                Taking taking = Take(form, filled, new FormPosition.Asking(question.Id, AskedAgain: true), reading);
                if (taking.Stop is FormOutcome.Refused refusal)
                    refused.Add(refusal);
                filled = taking.Session;
                // The rows that follow would be refused for the same reason.
                if (taking.Stop is FormOutcome.Refused { Problem: Problem.TooMany })
                    break;
            }
            if (filled.Answers.ContainsKey(question.Id))
                taken.Add(question.Id);
        }
        return new PrefillResult(
            AfterPrefill(form, filled, leftOpen) with
            {
                Revision = session.Revision + 1,
            },
            taken.ToImmutable(),
            refused.ToImmutable()
        );
    }

    private static IEnumerable<ParseResult> Readings(Question question, PrefillAnswer answer, DateOnly today) =>
        question is Question.Rows table
            ? answer
                .Rows.Select(cells => RowsReader.ReadCells(table, cells, today))
                .Where(static reading => reading is not ParseResult.Blank)
            : [AnswerReader.Read(question, answer.Text, today)];

    private static FormSession AfterPrefill(Form form, FormSession session, ImmutableArray<string> leftOpen)
    {
        IEnumerable<string> passedOver = Open(form, session)
            .Where(question => !question.Required && leftOpen.Contains(question.Id))
            .Select(question => question.Id);
        FormSession past = session with { Skipped = session.Skipped.Union(passedOver) };
        return past with { At = FirstPlace(form, past) };
    }
}
