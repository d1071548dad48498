namespace AgaBot.Forms.Dates;

/// <summary>A calendar span, first and last day inclusive.</summary>
internal readonly record struct DateSpan(DatePrecision Precision, DateOnly Earliest, DateOnly Latest)
{
    public DateSpan FirstDay => OfDay(Earliest);

    public DateSpan LastDay => OfDay(Latest);

    public static DateSpan OfDay(DateOnly day) => new(DatePrecision.Day, day, day);

    /// <summary>A calendar day; null for a day that does not exist: 31 June, month 13.</summary>
    public static DateSpan? OfDay(int year, int month, int day) =>
        month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? OfDay(new DateOnly(year, month, day)) : null;

    public static DateSpan OfMonth(int year, int month) => OfMonths(DatePrecision.Month, year, month, month);

    public static DateSpan OfYear(int year) => OfMonths(DatePrecision.Year, year, 1, 12);

    /// <summary>The nth span of the given months in a year, such as a quarter or a half; null if the year has fewer.</summary>
    public static DateSpan? OfYear(int year, int months, int nth)
    {
        int count = 12 / months;
        int place = nth == DateToken.Last ? count : nth;
        return place <= count ? OfMonths(PrecisionOf(months), year, ((place - 1) * months) + 1, place * months) : null;
    }

    /// <summary>The span of the given months, counted from January, that contains the day.</summary>
    public static DateSpan Holding(DateOnly day, int months)
    {
        int first = ((day.Month - 1) / months * months) + 1;
        return OfMonths(PrecisionOf(months), day.Year, first, first + months - 1);
    }

    /// <summary>The week that contains the day, Monday to Sunday.</summary>
    public static DateSpan WeekHolding(DateOnly day)
    {
        DateOnly monday = day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
        return new DateSpan(DatePrecision.Range, monday, monday.AddDays(6));
    }

    /// <summary>
    /// The early, middle or late part of this span; null if the span has no such parts. No law defines these days. In a month they are the
    /// first ten days, the next ten and the rest; in a year "inicios" is the first quarter, "mediados" is May to August and "fines" is the
    /// last quarter; in a quarter or half they are its thirds.
    /// </summary>
    public DateSpan? At(int stage) =>
        (Precision, stage) switch
        {
            (DatePrecision.Month, DateToken.Early) => Days(1, 10),
            (DatePrecision.Month, DateToken.Mid) => Days(11, 20),
            (DatePrecision.Month, _) => Days(21, Latest.Day),
            (DatePrecision.Year, DateToken.Early) => OfMonths(DatePrecision.PartOfYear, Earliest.Year, 1, 3),
            (DatePrecision.Year, DateToken.Mid) => OfMonths(DatePrecision.PartOfYear, Earliest.Year, 5, 8),
            (DatePrecision.Year, _) => OfMonths(DatePrecision.PartOfYear, Earliest.Year, 10, 12),
            (DatePrecision.Quarter or DatePrecision.Half, _) => Third(stage),
            _ => null,
        };

    /// <summary>A <i>quincena</i> of this month: to the 15th, or from the 16th on. Null for other numbers.</summary>
    public DateSpan? Fortnight(int nth) =>
        nth switch
        {
            1 => Days(1, 15),
            2 or DateToken.Last => Days(16, Latest.Day),
            _ => null,
        };

    /// <summary>
    /// A week of this month, in seven-day steps from the 1st; the last week is the last seven days. Null for other numbers.
    /// </summary>
    public DateSpan? Week(int nth) =>
        nth switch
        {
            DateToken.Last => Days(Latest.Day - 6, Latest.Day),
            >= 1 and <= 4 => Days((nth * 7) - 6, nth * 7),
            5 when Latest.Day > 28 => Days(29, Latest.Day),
            _ => null,
        };

    private static DatePrecision PrecisionOf(int months) =>
        months switch
        {
            1 => DatePrecision.Month,
            3 => DatePrecision.Quarter,
            6 => DatePrecision.Half,
            12 => DatePrecision.Year,
            _ => DatePrecision.Range,
        };

    private DateSpan Third(int stage)
    {
        int months = Precision == DatePrecision.Quarter ? 1 : 2;
        int first = Earliest.Month + (stage * months);
        return OfMonths(DatePrecision.PartOfYear, Earliest.Year, first, first + months - 1);
    }

    private DateSpan Days(int first, int last) =>
        new(
            DatePrecision.PartOfMonth,
            new DateOnly(Earliest.Year, Earliest.Month, first),
            new DateOnly(Earliest.Year, Earliest.Month, last)
        );

    private static DateSpan OfMonths(DatePrecision precision, int year, int first, int last) =>
        new(precision, new DateOnly(year, first, 1), new DateOnly(year, last, DateTime.DaysInMonth(year, last)));
}
