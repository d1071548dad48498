using System.Collections.Immutable;
using AgaBot.Forms;
using AgaBot.Forms.Dates;
using AgaBot.Forms.Walking;
using AgaBot.Plans.FormDefinitions;

namespace AgaBot.Plans.Coherence;

/// <summary>
/// Finds dates of actions that contradict each other, the plan or the ficha. A plan date covers many days, so only a contradiction for all
/// of them is a concern: "2017" is never before "junio 2017".
/// </summary>
public static class DateCoherence
{
    /// <summary>At most one concern per action: the first to correct.</summary>
    public static ImmutableArray<DateConcern> Of(FormSession session, PlanPeriod period) =>
        [.. Found(session, period).Select(static found => found.Concern)];

    /// <summary>
    /// The concerns that an input caused. A concern about the same dates is not reported again after other changes to its action.
    /// </summary>
    public static ImmutableArray<DateConcern> NewIn(FormSession after, FormSession before, PlanPeriod period)
    {
        if (Unchanged(after, before, FichaForm.Acciones) && Unchanged(after, before, FichaForm.Cumplimiento))
            return [];
        List<string> known = [.. Found(before, period).Select(static found => found.Key)];
        return [.. Found(after, period).Where(found => !known.Remove(found.Key)).Select(static found => found.Concern)];
    }

    private static bool Unchanged(FormSession after, FormSession before, string questionId) =>
        after.Answers.GetValueOrDefault(questionId) is var now
        && before.Answers.GetValueOrDefault(questionId) is var then
        && (ReferenceEquals(now, then) || now == then);

    private static IEnumerable<(DateConcern Concern, string Key)> Found(FormSession session, PlanPeriod period)
    {
        if (session.Answer<Answer.Rows>(FichaForm.Acciones) is not { } actions)
            yield break;
        PlanDate? fulfilment = session.Answer<Answer.When>(FichaForm.Cumplimiento)?.Date;
        for (int index = 0; index < actions.Items.Length; index++)
        {
            if (actions.Items[index].Cells is [_, var start, var end] && Of(index + 1, start, end, fulfilment, period) is { } concern)
                yield return (concern, concern.DatesKey(start.Words, end.Words));
        }
    }

    private static DateConcern? Of(int row, Cell start, Cell end, PlanDate? fulfilment, PlanPeriod period)
    {
        if (end.Date?.Latest < start.Date?.Earliest)
            return new DateConcern.EndsBeforeStart(row);
        foreach (Cell cell in (ReadOnlySpan<Cell>)[start, end])
        {
            if (cell.Date?.Latest < period.Starts || cell.Date?.Earliest > period.Ends)
                return new DateConcern.OutsidePlan(row, cell.Words);
        }
        Cell done = end.Words.Length > 0 ? end : start;
        return done.Date?.Earliest > fulfilment?.Latest ? new DateConcern.AfterFulfilment(row, done.Words) : null;
    }
}
