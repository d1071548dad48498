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

    /// <summary>
    /// Parses the start and the end of one thing. A start without a year, or with a day alone, is completed by the end: "marzo" to "mayo
    /// 2017", "15" to "20 de julio". Where the two would cross, an end without a year follows the start.
    /// </summary>
    public static (PlanDate Start, PlanDate End) ParseBoth(string start, string end, DateOnly today, PlanPeriod? plan = null)
    {
        (PlanDate Start, PlanDate End) apart = (Parse(start, today, plan), Parse(end, today, plan));
        if (
            apart.End is not { Earliest: not null, Latest: { } last }
            || apart.Start.Precision is DatePrecision.Duration
            || Tokens(apart.Start) is not { Length: > 0 } first
            || Tokens(apart.End) is not { Length: > 0 } second
        )
            return apart;

        bool completed = apart.End.Precision != DatePrecision.Year && !DateTokens.NameTheirYear(first);
        bool crossed = last < apart.Start.Earliest;
        return
            (completed || crossed)
            && DateRange.Resolve(first, second, new DateFrame(today, plan)) is var (from, to)
            && from.Earliest <= to.Latest
            && (crossed || DateTokens.NameTheirYear(second) || apart.Start.Precision == DatePrecision.Words)
            ? (Meaning(apart.Start.Words, DateBound.Of(from))!, Meaning(apart.End.Words, DateBound.Of(to))!)
            : apart;
    }

    private static DateToken[]? Tokens(PlanDate date) =>
        date.Words.Length <= MaxLength && DateTokens.Of(date.Words) is { } tokens ? DateTokens.WithoutCommas(tokens) : null;

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
