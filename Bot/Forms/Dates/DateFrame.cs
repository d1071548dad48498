namespace AgaBot.Forms.Dates;

/// <summary>The reference of relative dates.</summary>
/// <param name="From">The reference day for "este año" and for a month without a year.</param>
/// <param name="Plan">The period that "el plan" refers to; without it no date refers to the plan.</param>
internal readonly record struct DateFrame(DateOnly From, PlanPeriod? Plan)
{
    public DateFrame After(DateSpan span) => this with { From = span.Latest.AddDays(1) };

    /// <summary>The first span that is not over, year by year. Eight years contain every calendar date, 29 February included.</summary>
    public DateSpan? FirstNotOver(Func<int, DateSpan?> inYear)
    {
        for (int year = From.Year; year <= From.Year + 8; year++)
        {
            if (inYear(year) is { } span && span.Latest >= From)
                return span;
        }
        return null;
    }
}

/// <summary>The first and last day of a plan, both inclusive.</summary>
public sealed record PlanPeriod(DateOnly Starts, DateOnly Ends);
