namespace AgaBot.Forms.Dates;

/// <summary>A calendar span, first and last day inclusive.</summary>
internal readonly record struct DateSpan(DatePrecision Precision, DateOnly Earliest, DateOnly Latest)
{
    public DateSpan FirstDay => OfDay(Earliest);

    public DateSpan LastDay => OfDay(Latest);

    public bool IsWeek => Latest.DayNumber - Earliest.DayNumber == 6;

    public DateSpan? FirstMonth => Months is null ? null : OfMonth(Earliest.Year, Earliest.Month);

    public DateSpan? LastMonth => Months is null ? null : OfMonth(Latest.Year, Latest.Month);

    /// <summary>Number of whole months; null if it begins or ends within a month.</summary>
    private int? Months =>
        Earliest.Day == 1 && Latest.AddDays(1).Day == 1 ? ((Latest.Year - Earliest.Year) * 12) + Latest.Month - Earliest.Month + 1 : null;

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
    /// last quarter; in a quarter or half they are its thirds; in a week they are its first two days, the next two and the rest.
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
            (_, DateToken.Early) when IsWeek => Within(Earliest, Earliest.AddDays(1)),
            (_, DateToken.Mid) when IsWeek => Within(Earliest.AddDays(2), Earliest.AddDays(3)),
            (_, _) when IsWeek => Within(Earliest.AddDays(4), Latest),
            _ => null,
        };

    /// <summary>
    /// A <i>quincena</i>, counted from the first month: to the 15th, or from the 16th on. Null if this span does not consist of months or
    /// has fewer of them.
    /// </summary>
    public DateSpan? Fortnight(int nth)
    {
        if (Months is not { } months || (nth == DateToken.Last ? 2 * months : nth) is var place && (place < 1 || place > 2 * months))
            return null;
        DateOnly first = Earliest.AddMonths((place - 1) / 2);
        DateSpan month = OfMonth(first.Year, first.Month);
        return place % 2 == 1 ? month.Days(1, 15) : month.Days(16, month.Latest.Day);
    }

    /// <summary>
    /// A week, in seven-day steps from the first day; the last week is the last seven days. Null if this span does not consist of months or
    /// has fewer weeks.
    /// </summary>
    public DateSpan? Week(int nth)
    {
        if (Months is null)
            return null;
        if (nth == DateToken.Last)
            return Within(Latest.AddDays(-6), Latest);
        DateOnly start = Earliest.AddDays((nth - 1) * 7);
        return nth < 1 || start > Latest ? null : Within(start, Earlier(start.AddDays(6), Latest));
    }

    /// <summary>The nth such weekday, or the last; null if there are fewer, or if this span is shorter than a week.</summary>
    public DateSpan? WeekdayOf(int nth, DayOfWeek weekday)
    {
        if (Months is null && !IsWeek)
            return null;
        DateOnly day =
            nth == DateToken.Last
                ? Latest.AddDays(-((Latest.DayOfWeek - weekday + 7) % 7))
                : Earliest.AddDays(((weekday - Earliest.DayOfWeek + 7) % 7) + ((nth - 1) * 7));
        return day <= Latest ? OfDay(day) : null;
    }

    /// <summary>
    /// The nth of so many equal parts; a month is divided as by <see cref="At"/> and <see cref="Fortnight"/>. Null if the parts are not of
    /// whole months.
    /// </summary>
    public DateSpan? Part(int parts, int nth)
    {
        if ((nth == DateToken.Last ? parts : nth) is var place && (place < 1 || place > parts))
            return null;
        return (Months, parts) switch
        {
            (1, 2) => Fortnight(place),
            (1, 3) => At(place - 1),
            ({ } months, _) when months % parts == 0 => MonthsFrom(Earliest.AddMonths((place - 1) * (months / parts)), months / parts),
            // The middle of a quarter is the middle of its second month.
            ({ } months, 2) when Earliest.AddMonths(months / 2).AddDays(14) is var middle => place == 1
                ? Within(Earliest, middle)
                : Within(middle.AddDays(1), Latest),
            _ => null,
        };
    }

    /// <summary>So many months or days at the beginning, or at the end for <see cref="DateToken.Last"/>; null if there are fewer.</summary>
    public DateSpan? EndOf(int which, int months, int days)
    {
        if (Months is not { } all || months > all || days > Latest.DayNumber - Earliest.DayNumber || (months, days) == (0, 0))
            return null;
        return which == DateToken.Last
            ? Within(Latest.AddDays(1).AddMonths(-months).AddDays(-days), Latest)
            : Within(Earliest, Earliest.AddMonths(months).AddDays(days - 1));
    }

    private static DateSpan Within(DateOnly first, DateOnly last) =>
        new((first.Year, first.Month) == (last.Year, last.Month) ? DatePrecision.PartOfMonth : DatePrecision.Range, first, last);

    private static DateSpan MonthsFrom(DateOnly first, int months) =>
        new((first.Month - 1) % months == 0 ? PrecisionOf(months) : DatePrecision.Range, first, first.AddMonths(months).AddDays(-1));

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;

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
