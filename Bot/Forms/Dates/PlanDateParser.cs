using AgaBot.Forms.Budgets;

namespace AgaBot.Forms.Dates;

/// <summary>
/// Parses a date as people write it into a plan, day before month. If any word is not understood, the date is kept as words, so that it
/// never becomes another date.
/// </summary>
public static class PlanDateParser
{
    /// <summary>Maximum UTF-16 code units of a date; longer words are kept and not parsed.</summary>
    public const int MaxLength = 200;

    /// <summary>Steps of the patterns that a date is compared with.</summary>
    private const int StepsOfDate = 200;

    /// <param name="today">The reference day for "este año" and for a month without a year.</param>
    /// <param name="plan">The period that "el fin del plan" refers to; without it such words stay words.</param>
    public static PlanDate Parse(string words, DateOnly today, PlanPeriod? plan = null)
    {
        ReadingBudget.Spend(StepsOfDate + words.Length);
        string trimmed = words.Trim();
        bool canCountFromToday = today.Year is >= DateToken.FirstYear and <= DateToken.LastYear;
        if (trimmed.Length > MaxLength || !canCountFromToday || DateTokens.Of(trimmed) is not { Length: > 0 } tokens)
            return PlanDate.AsWords(trimmed);

        var frame = new DateFrame(today, plan);
        DateToken[] withoutCommas = DateTokens.WithoutCommas(tokens);
        return Read(trimmed, withoutCommas, frame)
            ?? Meaning(trimmed, DateBound.Of(DateList.Read(tokens, frame)))
            ?? Read(trimmed, DateTokens.WithoutJoints(withoutCommas), frame)
            ?? PlanDate.AsWords(trimmed);
    }

    private static PlanDate? Read(string words, DateToken[] tokens, DateFrame frame) =>
        DateDuration.Read(tokens) is { } duration
            ? new PlanDate(words, DatePrecision.Duration, DurationMonths: NotZero(duration.Months), DurationDays: NotZero(duration.Days))
            : Meaning(
                words,
                DateBound.Of(
                    DateDuration.ReadFromToday(tokens, frame.From) ?? DatePhrase.Read(tokens, frame) ?? DateRange.Read(tokens, frame)
                ) ?? DateBound.Read(tokens, frame)
            );

    private static PlanDate? Meaning(string words, DateBound? bound) =>
        bound is { } days ? new PlanDate(words, days.Precision, days.Earliest, days.Latest) : null;

    private static int? NotZero(int count) => count == 0 ? null : count;
}
