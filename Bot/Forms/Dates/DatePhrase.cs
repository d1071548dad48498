using static AgaBot.Forms.DateTokenKind;

namespace AgaBot.Forms;

/// <summary>
/// Reads tokens as one stretch of the calendar. Every pattern takes all of the tokens, so that nothing
/// a person wrote is passed over in silence.
/// </summary>
internal static class DatePhrase
{
    /// <param name="from">The day that "este año" and a month without a year are counted from.</param>
    public static DateSpan? Read(ReadOnlySpan<DateToken> tokens, DateOnly from) => tokens switch
    {
        [{ Kind: In or During }, .. var rest] => Read(rest, from),
        [{ Kind: At }, { Stage: not null }, ..] => Read(tokens[1..], from),
        [{ Unit: 1 }, { Month: not null }, ..] => Read(tokens[1..], from),
        [{ Weekday: { } weekday }, .. var rest] => Read(rest, from) is { Precision: DatePrecision.Day } day && day.Earliest.DayOfWeek == weekday ? day : null,
        _ => ReadDay(tokens, from) ?? ReadMonth(tokens, from) ?? ReadPartOfYear(tokens, from) ?? ReadYear(tokens, from),
    };

    private static DateSpan? ReadDay(ReadOnlySpan<DateToken> tokens, DateOnly from) => tokens switch
    {
        [{ DaysFromToday: { } days }] => DateSpan.OfDay(from.AddDays(days)),
        [{ Day: { } day }, { IsMark: true } first, { MonthNumber: { } month }, { IsMark: true } second, { ShortYear: { } year }] when first == second =>
            DateSpan.OfDay(year, month, day),
        [{ Year: { } year }, { IsMark: true } first, { MonthNumber: { } month }, { IsMark: true } second, { Day: { } day }] when first == second =>
            DateSpan.OfDay(year, month, day),
        [{ Day: { } day }, { Month: { } month }, { Year: { } year }] => DateSpan.OfDay(year, month, day),
        [{ Day: { } day }, { IsMark: true }, { Month: { } month }, { IsMark: true }, { ShortYear: { } year }] => DateSpan.OfDay(year, month, day),
        [{ Month: { } month }, { Day: { } day }, { Year: { } year }] => DateSpan.OfDay(year, month, day),
        [{ Day: { } day }, { Month: { } month }] => FirstFrom(from, year => DateSpan.OfDay(year, month, day)),
        [{ Day: { } day }, { IsMark: true }, { Month: { } month }] => FirstFrom(from, year => DateSpan.OfDay(year, month, day)),
        [{ Day: { } day }, { Month: { } month }, .. var rest] when YearOf(rest, from) is { } year => DateSpan.OfDay(year, month, day),
        _ => null,
    };

    private static DateSpan? ReadMonth(ReadOnlySpan<DateToken> tokens, DateOnly from) => tokens switch
    {
        [{ Month: { } month }, { IsMark: true }, { ShortYear: { } year }] => DateSpan.OfMonth(year, month),
        [{ MonthNumber: { } month }, { IsMark: true }, { Year: { } year }] => DateSpan.OfMonth(year, month),
        [{ Year: { } year }, { IsMark: true }, { MonthNumber: { } month }] => DateSpan.OfMonth(year, month),
        [{ Month: { } month }, .. var rest] => OfYear(rest, from, year => DateSpan.OfMonth(year, month)),
        [{ Kind: This }, { Unit: 1 }] => DateSpan.OfMonth(from.Year, from.Month),
        [{ Kind: Next }, { Unit: 1 }] or [{ Unit: 1 }, { Kind: Next }] => OfMonthAfter(from),

        [{ Stage: { } stage }, { Unit: 1 }, { Month: { } month }, .. var rest] => OfYear(rest, from, year => DateSpan.StageOfMonth(year, month, stage)),
        [{ Stage: { } stage }, { IsMark: true }, { Month: { } month }, .. var rest] => OfYear(rest, from, year => DateSpan.StageOfMonth(year, month, stage)),
        [{ Stage: { } stage }, { Month: { } month }, .. var rest] => OfYear(rest, from, year => DateSpan.StageOfMonth(year, month, stage)),
        [{ Stage: { } stage }, { Unit: 1 }] => DateSpan.StageOfMonth(from.Year, from.Month, stage),
        [{ Stage: { } stage }, { Kind: This }, { Unit: 1 }] => DateSpan.StageOfMonth(from.Year, from.Month, stage),

        [{ Nth: { } nth }, { Kind: Fortnight }, { Month: { } month }, .. var rest] => OfYear(rest, from, year => DateSpan.Fortnight(year, month, nth)),
        _ => null,
    };

    private static DateSpan? ReadPartOfYear(ReadOnlySpan<DateToken> tokens, DateOnly from) => tokens switch
    {
        // "1 trimestre" alone may be a duration as well as an order.
        [{ Kind: Number }, { Kind: Unit }] => null,
        [{ Nth: { } nth }, { Kind: Unit, Value: 3 or 6 } unit, .. var rest] => OfYear(rest, from, year => DateSpan.OfYear(year, unit.Value, nth)),
        [{ Kind: Unit, Value: 3 or 6 } unit, { Nth: { } nth }, .. var rest] => OfYear(rest, from, year => DateSpan.OfYear(year, unit.Value, nth)),
        [{ Nth: { } nth }, { Kind: Middle }, .. var rest] => OfYear(rest, from, year => DateSpan.OfYear(year, 6, nth)),
        [{ Quarter: { } nth }, { IsMark: true }, { Year: { } year }] => DateSpan.OfYear(year, 3, nth),
        [{ Half: { } nth }, { IsMark: true }, { Year: { } year }] => DateSpan.OfYear(year, 6, nth),
        [{ Quarter: { } nth }, .. var rest] => OfYear(rest, from, year => DateSpan.OfYear(year, 3, nth)),
        [{ Half: { } nth }, .. var rest] => OfYear(rest, from, year => DateSpan.OfYear(year, 6, nth)),
        [{ Year: { } year }, { Quarter: { } nth }] => DateSpan.OfYear(year, 3, nth),
        [{ Year: { } year }, { Half: { } nth }] => DateSpan.OfYear(year, 6, nth),
        [{ Year: { } year }, { IsMark: true }, { Quarter: { } nth }] => DateSpan.OfYear(year, 3, nth),
        [{ Year: { } year }, { IsMark: true }, { Half: { } nth }] => DateSpan.OfYear(year, 6, nth),

        [{ Stage: { } stage }, { Unit: 12 }] => FirstFrom(from, year => DateSpan.StageOfYear(year, stage)),
        [{ Stage: { } stage }, { IsMark: true }, { Year: { } year }] => DateSpan.StageOfYear(year, stage),
        [{ Stage: { } stage }, .. var rest] when YearOf(rest, from) is { } year => DateSpan.StageOfYear(year, stage),
        _ => null,
    };

    private static DateSpan? ReadYear(ReadOnlySpan<DateToken> tokens, DateOnly from) =>
        YearOf(tokens, from) is { } year ? DateSpan.OfYear(year) : null;

    private static int? YearOf(ReadOnlySpan<DateToken> tokens, DateOnly from) => tokens switch
    {
        [{ Year: { } year }] => year,
        [{ Unit: 12 }, { Year: { } year }] => year,
        [{ Kind: This }, { Unit: 12 }] => from.Year,
        [{ Kind: Next }, { Unit: 12 }] or [{ Unit: 12 }, { Kind: Next }] => from.Year + 1,
        _ => null,
    };

    /// <summary>In the year that the tokens name, or the next such from the day on where there are none.</summary>
    private static DateSpan? OfYear(ReadOnlySpan<DateToken> tokens, DateOnly from, Func<int, DateSpan?> inYear) =>
        tokens.IsEmpty ? FirstFrom(from, inYear)
        : YearOf(tokens, from) is { } year ? inYear(year)
        : null;

    /// <summary>The first that is not over yet. Eight years hold every date of the calendar, 29 February included.</summary>
    private static DateSpan? FirstFrom(DateOnly from, Func<int, DateSpan?> inYear)
    {
        for (int year = from.Year; year <= from.Year + 8; year++)
        {
            if (inYear(year) is { } span && span.Latest >= from)
                return span;
        }
        return null;
    }

    private static DateSpan OfMonthAfter(DateOnly from)
    {
        DateOnly next = from.AddMonths(1);
        return DateSpan.OfMonth(next.Year, next.Month);
    }
}
