using AgaBot.Forms.Dates;

namespace AgaBot.Dialogs.Phrasing;

/// <summary>Formats days and plan dates for a sentence.</summary>
internal static class DatePhrases
{
    /// <summary>"11 de mayo de 2016".</summary>
    public static string Day(Words words, DateOnly day) => day.ToString(words["date.day"], words.Culture);

    /// <summary>How a plan date was understood; null if that says no more than the date's words.</summary>
    public static string? Meaning(Words words, PlanDate date) =>
        date switch
        {
            { DurationMonths: { } months, DurationDays: { } days } => words.Say(
                "date.durationBoth",
                words.Count("date.months", months),
                words.Count("date.durationDays", days)
            ),
            { DurationDays: { } days } => words.Count("date.durationDays", days),
            { DurationMonths: { } months } => words.Count("date.duration", months),
            { Earliest: { } first, Latest: { } last } => Between(words, first, last),
            { Earliest: { } first } => words.Say("date.since", Day(words, first)),
            { Latest: { } last } => words.Say("date.until", Day(words, last)),
            _ => null,
        };

    /// <summary>Names the month and the year once if both ends share them.</summary>
    private static string Between(Words words, DateOnly first, DateOnly last)
    {
        if (first == last)
            return words.Say("date.on", Day(words, first));
        string start = (first.Year == last.Year, first.Month == last.Month) switch
        {
            (true, true) => first.ToString(words["date.dayOfSameMonth"], words.Culture),
            (true, false) => first.ToString(words["date.dayOfSameYear"], words.Culture),
            _ => Day(words, first),
        };
        return words.Say("date.between", start, Day(words, last));
    }
}
