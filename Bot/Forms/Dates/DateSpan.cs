namespace AgaBot.Forms;

/// <summary>A stretch of the calendar, both of its days inclusive.</summary>
internal readonly record struct DateSpan(DatePrecision Precision, DateOnly Earliest, DateOnly Latest)
{
    public static DateSpan OfDay(DateOnly day) => new(DatePrecision.Day, day, day);

    /// <summary>A day of the calendar, or null where there is none: 31 June, month 13.</summary>
    public static DateSpan? OfDay(int year, int month, int day) =>
        month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? OfDay(new DateOnly(year, month, day)) : null;

    public static DateSpan OfMonth(int year, int month) => OfMonths(DatePrecision.Month, year, month, month);

    public static DateSpan OfYear(int year) => OfMonths(DatePrecision.Year, year, 1, 12);

    /// <summary>The nth stretch of so many months in a year: its quarters, its halves. Null where the year has no such.</summary>
    public static DateSpan? OfYear(int year, int months, int nth)
    {
        int count = 12 / months;
        int place = nth == DateToken.Last ? count : nth;
        DatePrecision precision = months == 3 ? DatePrecision.Quarter : DatePrecision.Half;
        return place <= count ? OfMonths(precision, year, ((place - 1) * months) + 1, place * months) : null;
    }

    /// <summary>
    /// Early, mid or late in a year. No law says which days these are: "inicios" is read as the first quarter,
    /// "mediados" as May to August, "fines" as the last quarter.
    /// </summary>
    public static DateSpan StageOfYear(int year, int stage) => stage switch
    {
        0 => OfMonths(DatePrecision.PartOfYear, year, 1, 3),
        1 => OfMonths(DatePrecision.PartOfYear, year, 5, 8),
        _ => OfMonths(DatePrecision.PartOfYear, year, 10, 12),
    };

    /// <summary>Early, mid or late in a month: its ten first days, the ten next, and the rest.</summary>
    public static DateSpan StageOfMonth(int year, int month, int stage) => stage switch
    {
        0 => OfDays(year, month, 1, 10),
        1 => OfDays(year, month, 11, 20),
        _ => OfDays(year, month, 21, DateTime.DaysInMonth(year, month)),
    };

    /// <summary>A <i>quincena</i>: to the 15th, or from the 16th on. Null where a month has no such.</summary>
    public static DateSpan? Fortnight(int year, int month, int nth) => nth switch
    {
        1 => OfDays(year, month, 1, 15),
        2 or DateToken.Last => OfDays(year, month, 16, DateTime.DaysInMonth(year, month)),
        _ => null,
    };

    private static DateSpan OfDays(int year, int month, int first, int last) =>
        new(DatePrecision.PartOfMonth, new DateOnly(year, month, first), new DateOnly(year, month, last));

    private static DateSpan OfMonths(DatePrecision precision, int year, int first, int last) =>
        new(precision, new DateOnly(year, first, 1), new DateOnly(year, last, DateTime.DaysInMonth(year, last)));
}
