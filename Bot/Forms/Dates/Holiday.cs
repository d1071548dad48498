namespace AgaBot.Forms.Dates;

/// <summary>
/// Days that people in Peru use as dates: the legal holidays (Decreto Legislativo 713 and its amendments) and other well-known days.
/// </summary>
internal enum Holiday
{
    NewYear,
    Epiphany,
    HolyWeek,
    MaundyThursday,
    GoodFriday,
    Easter,
    LabourDay,
    MothersDay,
    FlagDay,
    FathersDay,
    SaintJohn,
    SaintPeterAndPaul,
    TeachersDay,
    NationalHolidays,
    BattleOfJunin,
    SantaRosa,
    BattleOfAngamos,
    AllSaints,
    ImmaculateConception,
    BattleOfAyacucho,
    ChristmasEve,
    Christmas,
    NewYearsEve,
}

internal static class Holidays
{
    public static DateSpan Of(Holiday holiday, int year) =>
        holiday switch
        {
            Holiday.NewYear => On(year, 1, 1),
            Holiday.Epiphany => On(year, 1, 6),
            Holiday.HolyWeek => new DateSpan(DatePrecision.Range, Easter(year).AddDays(-7), Easter(year)),
            Holiday.MaundyThursday => DateSpan.OfDay(Easter(year).AddDays(-3)),
            Holiday.GoodFriday => DateSpan.OfDay(Easter(year).AddDays(-2)),
            Holiday.Easter => DateSpan.OfDay(Easter(year)),
            Holiday.LabourDay => On(year, 5, 1),
            Holiday.MothersDay => Sunday(2, year, 5),
            Holiday.FlagDay => On(year, 6, 7),
            Holiday.FathersDay => Sunday(3, year, 6),
            Holiday.SaintJohn => On(year, 6, 24),
            Holiday.SaintPeterAndPaul => On(year, 6, 29),
            Holiday.TeachersDay => On(year, 7, 6),
            Holiday.NationalHolidays => new DateSpan(DatePrecision.Range, new DateOnly(year, 7, 28), new DateOnly(year, 7, 29)),
            Holiday.BattleOfJunin => On(year, 8, 6),
            Holiday.SantaRosa => On(year, 8, 30),
            Holiday.BattleOfAngamos => On(year, 10, 8),
            Holiday.AllSaints => On(year, 11, 1),
            Holiday.ImmaculateConception => On(year, 12, 8),
            Holiday.BattleOfAyacucho => On(year, 12, 9),
            Holiday.ChristmasEve => On(year, 12, 24),
            Holiday.Christmas => On(year, 12, 25),
            Holiday.NewYearsEve => On(year, 12, 31),
        };

    private static DateSpan On(int year, int month, int day) => DateSpan.OfDay(new DateOnly(year, month, day));

    private static DateSpan Sunday(int nth, int year, int month)
    {
        var first = new DateOnly(year, month, 1);
        int untilSunday = (7 - (int)first.DayOfWeek) % 7;
        return DateSpan.OfDay(first.AddDays(untilSunday + ((nth - 1) * 7)));
    }

    /// <summary>Easter Sunday of the Gregorian calendar, by the method of Meeus, Jones and Butcher.</summary>
    private static DateOnly Easter(int year)
    {
        int golden = year % 19;
        (int century, int inCentury) = Math.DivRem(year, 100);
        int epact = ((19 * golden) + century - (century / 4) - ((century - ((century + 8) / 25) + 1) / 3) + 15) % 30;
        int weekday = (32 + (2 * (century % 4)) + (2 * (inCentury / 4)) - epact - (inCentury % 4)) % 7;
        int correction = (golden + (11 * epact) + (22 * weekday)) / 451;
        (int month, int day) = Math.DivRem(epact + weekday - (7 * correction) + 114, 31);
        return new DateOnly(year, month, day + 1);
    }
}
