using static AgaBot.Forms.Dates.DateTokenKind;

namespace AgaBot.Forms.Dates;

/// <summary>Parses tokens as one calendar span. Every pattern consumes all tokens, so that no word is silently ignored.</summary>
internal static class DatePhrase
{
    public static DateSpan? Read(ReadOnlySpan<DateToken> tokens, DateFrame frame) =>
        tokens switch
        {
            [{ Kind: Throughout }, { Kind: Unit }] => ReadUnit(tokens[1..], frame),
            [{ Kind: On }, { Weekday: { } weekday }] => NextWeekday(weekday, frame),
            [{ Kind: In or On or During or Throughout or At }, .. { Length: > 0 } rest] => Read(rest, frame),
            [{ Unit: 1 }, { Month: not null }, ..] => Read(tokens[1..], frame),
            [{ Kind: This or Next }, { Unit: 1 }, { Month: not null }] => Read([tokens[0], tokens[2]], frame),
            [{ DayUnit: 1 }, { Day: not null }, _, ..] => Read(tokens[1..], frame),
            [{ Weekday: { } weekday }, _, ..] => ReadWeekday(weekday, tokens[1..], frame),
            [{ Kind: When }, { Kind: Ends }, .. var rest] => ReadUnit(rest, frame)?.LastDay,
            [{ Kind: When }, .. var rest, { Kind: Ends }] => ReadUnit(rest, frame)?.LastDay,
            [{ Kind: EndOf }, .. var rest] => ReadUnit(rest, frame)?.LastDay,
            [{ Kind: StartOf }, .. var rest] => ReadUnit(rest, frame)?.FirstDay,
            [{ Kind: Plan }] => frame.Plan is { } plan ? new DateSpan(DatePrecision.Range, plan.Starts, plan.Ends) : null,
            _ => ReadDay(tokens, frame)
                ?? ReadMonth(tokens, frame)
                ?? ReadPartOfYear(tokens, frame)
                ?? ReadStage(tokens, frame)
                ?? DatePart.Read(tokens, frame)
                ?? ReadYear(tokens, frame)
                ?? ReadYearFirst(tokens, frame),
        };

    private static DateSpan? ReadDay(ReadOnlySpan<DateToken> tokens, DateFrame frame) =>
        tokens switch
        {
            [{ DaysFromToday: { } days }] => DateSpan.OfDay(frame.From.AddDays(days)),
            [{ Day: { } day }, { IsMark: true } first, { MonthBetweenMarks: { } month }, { IsMark: true } second, { ShortYear: { } year }]
                when first == second => DateSpan.OfDay(year, month, day),
            [{ Year: { } year }, { IsMark: true } first, { MonthNumber: { } month }, { IsMark: true } second, { Day: { } day }]
                when first == second => DateSpan.OfDay(year, month, day),
            [{ Day: { } day }, { Month: { } month }, { Year: { } year }] => DateSpan.OfDay(year, month, day),
            [{ Day: { } day }, { MonthNumber: { } month, Digits: 2 }, { Year: { } year }] => DateSpan.OfDay(year, month, day),
            [{ Day: { } day }, { IsMark: true }, { Month: { } month }, { IsMark: true }, { ShortYear: { } year }] => DateSpan.OfDay(
                year,
                month,
                day
            ),
            [{ Month: { } month }, { Day: { } day }, { Year: { } year }] => DateSpan.OfDay(year, month, day),
            [{ Month: { } month }, { Kind: Ordinal, Day: { } day }] => frame.FirstNotOver(year => DateSpan.OfDay(year, month, day)),
            [{ Month: { } month }, { IsInWords: true, Day: { } day }] => frame.FirstNotOver(year => DateSpan.OfDay(year, month, day)),
            [{ Day: { } day }, { Month: { } month }] => frame.FirstNotOver(year => DateSpan.OfDay(year, month, day)),
            [{ Day: { } day }, { IsMark: true }, { Month: { } month }] => frame.FirstNotOver(year => DateSpan.OfDay(year, month, day)),
            [{ Day: { } day }, { Kind: Slash }, { MonthNumber: { } month }] => frame.FirstNotOver(year => DateSpan.OfDay(year, month, day)),
            // "3-6" may be a count or a range. A number above 12 before a two-digit month is a day.
            [{ Day: { } day and > 12 }, { Kind: Dash }, { MonthNumber: { } month, Digits: 2 }] => frame.FirstNotOver(year =>
                DateSpan.OfDay(year, month, day)
            ),
            [{ Day: { } day }, { Kind: Slash }, { MonthNumber: { } month }, { Year: { } year }] => DateSpan.OfDay(year, month, day),
            [{ Day: { } day }, { Month: { } month }, .. var rest] when YearOf(rest, frame) is { } year => DateSpan.OfDay(year, month, day),
            [{ Month: { } month }, { Kind: Ordinal, Day: { } day }, .. var rest] when YearOf(rest, frame) is { } year => DateSpan.OfDay(
                year,
                month,
                day
            ),
            [{ Month: { } month }, { IsInWords: true, Day: { } day }, .. var rest] when YearOf(rest, frame) is { } year => DateSpan.OfDay(
                year,
                month,
                day
            ),
            [{ Day: { } day }, { Kind: This or Next or Unit }, ..] => ReadUnitMonth(tokens[1..], frame) is { } month
                ? DateSpan.OfDay(month.Earliest.Year, month.Earliest.Month, day)
                : null,
            [{ Nth: 1 }, { Kind: DayUnit, Value: 1 }, .. { Length: > 0 } rest] => ReadUnit(rest, frame)?.FirstDay,
            [{ Kind: Ordinal, Value: DateToken.Last }, { Kind: DayUnit, Value: 1 }, .. { Length: > 0 } rest] => ReadUnit(
                rest,
                frame
            )?.LastDay,
            [{ Kind: This or Next }, { Weekday: { } weekday }] => NextWeekday(weekday, frame),
            [{ Holiday: { } holiday }, .. var rest] => OfYear(rest, frame, year => Holidays.Of(holiday, year)),
            _ => null,
        };

    private static DateSpan? ReadMonth(ReadOnlySpan<DateToken> tokens, DateFrame frame) =>
        tokens switch
        {
            [{ Month: { } month }, { IsMark: true }, { ShortYear: { } year }] => DateSpan.OfMonth(year, month),
            [{ MonthNumber: { } month }, { IsMark: true }, { Year: { } year }] => DateSpan.OfMonth(year, month),
            [{ MonthNumber: { } month, Digits: 2 }, { Year: { } year }] => DateSpan.OfMonth(year, month),
            [{ Year: { } year }, { IsMark: true }, { MonthNumber: { } month }] => DateSpan.OfMonth(year, month),
            [{ Year: { } year }, { IsMark: true }, { Month: { } month }] => DateSpan.OfMonth(year, month),
            [{ Year: { } year }, { Month: { } month }] => DateSpan.OfMonth(year, month),
            [{ Month: { } month }, .. var rest] => OfYear(rest, frame, year => DateSpan.OfMonth(year, month)),
            [{ Kind: This or Next }, { Month: { } month }] => frame.FirstNotOver(year => DateSpan.OfMonth(year, month)),
            [{ Nth: { } nth }, { Kind: Unit, Value: 1 }, { Kind: not And } first, .. var rest]
                when YearOf([first, .. rest], frame) is { } year => DateSpan.OfYear(year, 1, nth),
            [{ Kind: This }, { Kind: DayUnit, Value: 7 }] => DateSpan.WeekHolding(frame.From),
            [{ Kind: Next }, { Kind: DayUnit, Value: 7 }] or [{ Kind: DayUnit, Value: 7 }, { Kind: Next }] => DateSpan.WeekHolding(
                frame.From.AddDays(7)
            ),
            _ => null,
        };

    private static DateSpan? ReadPartOfYear(ReadOnlySpan<DateToken> tokens, DateFrame frame) =>
        tokens switch
        {
            // "1 trimestre" alone may be a duration or an ordinal.
            [{ Kind: Number }, { Kind: Unit }] => null,
            [{ Nth: { } nth }, { Kind: Unit, Value: > 1 and < 12 } unit, .. var rest] => OfYear(
                rest,
                frame,
                year => DateSpan.OfYear(year, unit.Value, nth)
            ),
            [{ Kind: Unit, Value: > 1 and < 12 } unit, { Nth: { } nth }, .. var rest] => OfYear(
                rest,
                frame,
                year => DateSpan.OfYear(year, unit.Value, nth)
            ),
            [{ Nth: { } nth }, { Parts: { } parts }, .. var rest] => OfYear(rest, frame, year => DateSpan.OfYear(year, 12 / parts, nth)),
            [{ Kind: Ordinal or Roman, Value: { } nth and not DateToken.Last }, { Kind: WeekOrHalf }, .. var rest] => OfYear(
                rest,
                frame,
                year => DateSpan.OfYear(year, 6, nth)
            ),
            [{ Quarter: { } nth }, { IsMark: true }, { ShortYear: { } year }] => DateSpan.OfYear(year, 3, nth),
            [{ Half: { } nth }, { IsMark: true }, { ShortYear: { } year }] => DateSpan.OfYear(year, 6, nth),
            [{ Quarter: { } nth }, .. var rest] => OfYear(rest, frame, year => DateSpan.OfYear(year, 3, nth)),
            [{ Half: { } nth }, .. var rest] => OfYear(rest, frame, year => DateSpan.OfYear(year, 6, nth)),
            [{ Year: { } year }, { Quarter: { } nth }] => DateSpan.OfYear(year, 3, nth),
            [{ Year: { } year }, { Half: { } nth }] => DateSpan.OfYear(year, 6, nth),
            [{ Year: { } year }, { IsMark: true }, { Quarter: { } nth }] => DateSpan.OfYear(year, 3, nth),
            [{ Year: { } year }, { IsMark: true }, { Half: { } nth }] => DateSpan.OfYear(year, 6, nth),
            [{ Year: { } year }, { IsMark: true }, { Nth: { } nth }, { Kind: Unit, Value: > 1 and < 12 } unit] => DateSpan.OfYear(
                year,
                unit.Value,
                nth
            ),
            [{ Kind: This or Next or Past } which, { Kind: Unit } unit] => Beside(which, unit, frame),
            [{ Kind: Unit } unit, { Kind: This or Next or Past } which] => Beside(which, unit, frame),
            _ => null,
        };

    private static DateSpan Beside(DateToken which, DateToken unit, DateFrame frame)
    {
        DateSpan current = DateSpan.Holding(frame.From, unit.Value);
        return which.Kind switch
        {
            Next => DateSpan.Holding(current.Latest.AddDays(1), unit.Value),
            Past => DateSpan.Holding(current.Earliest.AddDays(-1), unit.Value),
            _ => current,
        };
    }

    private static DateSpan? ReadStage(ReadOnlySpan<DateToken> tokens, DateFrame frame) =>
        tokens switch
        {
            [{ Kind: Stage }, { IsMark: true }, .. var rest] => ReadStage([tokens[0], .. rest], frame),
            [{ Stage: DateToken.Early }, { Kind: Plan }] => ReadUnit(tokens[1..], frame)?.FirstDay,
            [{ Stage: DateToken.Late }, { Kind: Plan }] => ReadUnit(tokens[1..], frame)?.LastDay,
            [{ Stage: { } stage }, { Unit: 1 }, { Month: not null }, ..] => PartOf(tokens[2..], frame, span => span.At(stage)),
            [{ Kind: Middle }, .. { Length: > 0 } rest] => PartOf(rest, frame, span => span.At(DateToken.Mid)),
            [{ Stage: { } stage }, .. { Length: > 0 } rest] => PartOf(rest, frame, span => span.At(stage)),
            _ => null,
        };

    private static DateSpan? ReadYear(ReadOnlySpan<DateToken> tokens, DateFrame frame) =>
        tokens switch
        {
            [{ Kind: This }] => null,
            [{ Nth: { } nth and not DateToken.Last }, { Unit: 12 }, { Kind: Plan }] => frame.Plan is { } plan
            && plan.Starts.Year + nth - 1 is var year
            && year <= plan.Ends.Year
                ? DateSpan.OfYear(year)
                : null,
            _ => YearOf(tokens, frame) is { } named ? DateSpan.OfYear(named) : null,
        };

    /// <summary>"2016, tercer trimestre": the year that other dates name at their end.</summary>
    private static DateSpan? ReadYearFirst(ReadOnlySpan<DateToken> tokens, DateFrame frame) =>
        tokens switch
        {
            [{ Year: not null } year, { IsMark: true }, .. { Length: > 1 } rest] when !DateTokens.NameTheirYear(rest) => Read(
                [.. rest, year],
                frame
            ),
            // "2016 a julio" is a range.
            [{ Year: not null }, { Kind: At }, { Kind: not Stage }, ..] => null,
            [{ Year: not null } year, { Kind: not (On or During or Throughout) } first, .. var rest]
                when !DateTokens.NameTheirYear([first, .. rest]) => Read([first, .. rest, year], frame),
            _ => null,
        };

    private static int? YearOf(ReadOnlySpan<DateToken> tokens, DateFrame frame) =>
        tokens switch
        {
            [{ Year: { } year }] => year,
            [{ Unit: 12 }, { Year: { } year }] => year,
            [{ Kind: This }, { Year: { } year }] => year,
            [{ Kind: This }, { Unit: 12 }, { Year: { } year }] => year,
            [{ Kind: This }] or [{ Kind: This }, { Unit: 12 }] or [{ Unit: 12 }, { Kind: This }] => frame.From.Year,
            [{ Kind: Next }, { Unit: 12 }] or [{ Unit: 12 }, { Kind: Next }] => frame.From.Year + 1,
            [{ Unit: 12 }, { Kind: Past }] => frame.From.Year - 1,
            _ => null,
        };

    /// <summary>Parses a span; a unit alone is the current one: "cuando acabe el año".</summary>
    private static DateSpan? ReadUnit(ReadOnlySpan<DateToken> tokens, DateFrame frame) =>
        tokens is [{ Kind: Unit } unit] ? DateSpan.Holding(frame.From, unit.Value) : Read(tokens, frame);

    private static DateSpan? ReadUnitMonth(ReadOnlySpan<DateToken> tokens, DateFrame frame) =>
        ReadUnit(tokens, frame) is { Precision: DatePrecision.Month } month ? month : null;

    /// <summary>A part of the named span. If the tokens name no year and that part is over, the next such span.</summary>
    public static DateSpan? PartOf(ReadOnlySpan<DateToken> tokens, DateFrame frame, Func<DateSpan, DateSpan?> part)
    {
        if (ReadUnit(tokens, frame) is not { } whole || (whole.Precision != DatePrecision.Month && part(whole) is null))
            return null;
        return
            part(whole) is { } span
            && span.Latest < frame.From
            && !DateTokens.NameTheirYear(tokens)
            && ReadUnit(tokens, frame.After(whole)) is { } next
            ? part(next)
            : part(whole);
    }

    /// <summary>In the named year, or the next one not yet over if the tokens name no year.</summary>
    private static DateSpan? OfYear(ReadOnlySpan<DateToken> tokens, DateFrame frame, Func<int, DateSpan?> inYear) =>
        tokens is [] or [{ Unit: 12 }] or [{ Kind: Next }] ? frame.FirstNotOver(inYear)
        : YearOf(tokens, frame) is { } year ? inYear(year)
        : null;

    private static DateSpan? ReadWeekday(DayOfWeek weekday, ReadOnlySpan<DateToken> rest, DateFrame frame) =>
        rest is [{ Kind: Next }]
            ? NextWeekday(weekday, frame)
            : Read(rest, frame) switch
            {
                { IsWeek: true } week => week.WeekdayOf(1, weekday),
                { Precision: DatePrecision.Day } day when day.Earliest.DayOfWeek == weekday => day,
                _ => null,
            };

    private static DateSpan NextWeekday(DayOfWeek weekday, DateFrame frame) =>
        DateSpan.OfDay(frame.From.AddDays(((weekday - frame.From.DayOfWeek + 6) % 7) + 1));
}
