namespace AgaBot.Forms;

/// <summary>
/// Reads a date as people write it into a plan, day before month. What is not understood to its last word is kept
/// as words: a date never silently becomes another one.
/// </summary>
public static class PlanDateParser
{
    /// <summary>UTF-16 code units that a date may have; longer words are kept and not read.</summary>
    public const int MaxLength = 200;

    /// <param name="today">The day that "este año" and a month without a year are counted from.</param>
    public static PlanDate Parse(string words, DateOnly today)
    {
        string trimmed = words.Trim();
        bool canCountFromToday = today.Year is >= DateToken.FirstYear and <= DateToken.LastYear;
        if (trimmed.Length > MaxLength || !canCountFromToday || DateTokens.Of(trimmed) is not { Length: > 0 } tokens)
            return PlanDate.AsWords(trimmed);

        if (DateDuration.Read(tokens) is { } months)
            return new PlanDate(trimmed, DatePrecision.Duration, DurationMonths: months);
        return (DatePhrase.Read(tokens, today) ?? DateRange.Read(tokens, today)) is { } span
            ? new PlanDate(trimmed, span.Precision, span.Earliest, span.Latest)
            : PlanDate.AsWords(trimmed);
    }
}
