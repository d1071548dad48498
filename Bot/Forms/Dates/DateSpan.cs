namespace AgaBot.Forms.Dates;

/// <summary>A stretch of the calendar, both of its days inclusive.</summary>
internal readonly record struct DateSpan(DatePrecision Precision, DateOnly Earliest, DateOnly Latest)
{
    public DateSpan FirstDay => OfDay(Earliest);

    public DateSpan LastDay => OfDay(Latest);

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
        return place <= count ? OfMonths(PrecisionOf(months), year, ((place - 1) * months) + 1, place * months) : null;
    }

    /// <summary>The stretch of so many months of the calendar, counted from January, that holds the day.</summary>
    public static DateSpan Holding(DateOnly day, int months)
    {
        int first = ((day.Month - 1) / months * months) + 1;
        return OfMonths(PrecisionOf(months), day.Year, first, first + months - 1);
    }

    /// <summary>The week that holds the day, Monday to Sunday.</summary>
    public static DateSpan WeekHolding(DateOnly day)
    {
        DateOnly monday = day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
        return new DateSpan(DatePrecision.Range, monday, monday.AddDays(6));
    }

    /// <summary>
    /// Early, mid or late in this stretch; null where people do not say that of one. No law says which days these are: of a
    /// month they are the ten first days, the ten next and the rest; of a year "inicios" is read as the first quarter, "mediados"
    /// as May to August and "fines" as the last quarter; of a quarter or half as its first, middle and last third.
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

    /// <summary>A <i>quincena</i> of this month: to the 15th, or from the 16th on. Null where a month has no such.</summary>
    public DateSpan? Fortnight(int nth) =>
        nth switch
        {
            1 => Days(1, 15),
            2 or DateToken.Last => Days(16, Latest.Day),
            _ => null,
        };

    /// <summary>A week of this month, seven days from its 1st on; the last is the last seven. Null where a month has no such.</summary>
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
