namespace AgaBot.Forms.Dates;

/// <summary>What a date is relative to.</summary>
/// <param name="From">The day that "este año" and a month without a year are counted from.</param>
/// <param name="Plan">What "el plan" means; without it nothing can be dated by the plan.</param>
internal readonly record struct DateFrame(DateOnly From, PlanPeriod? Plan)
{
    public DateFrame After(DateSpan span) => this with { From = span.Latest.AddDays(1) };

    /// <summary>The first in a year that is not over yet. Eight years hold every date of the calendar, 29 February included.</summary>
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

/// <summary>The days that a plan runs, both inclusive.</summary>
public sealed record PlanPeriod(DateOnly Starts, DateOnly Ends);
