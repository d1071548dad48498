using static AgaBot.Forms.Dates.DateTokenKind;

namespace AgaBot.Forms.Dates;

/// <summary>A number of months and days.</summary>
internal readonly record struct DateDuration(int Months, int Days)
{
    /// <summary>Fifty years, longer than any plan.</summary>
    private const int MostMonths = 600;

    private const int MostDays = 3_650;

    private bool IsOfAPlan => this is { Months: >= 0 and <= MostMonths, Days: >= 0 and <= MostDays } and not { Months: 0, Days: 0 };

    /// <summary>Parses tokens as a duration without a start: "1 mes", "6 meses", "2 años y 6 meses", "45 días".</summary>
    public static DateDuration? Read(ReadOnlySpan<DateToken> tokens) =>
        tokens switch
        {
            [{ Kind: During or Throughout }, .. var rest] => Read(rest),
            [{ Kind: At }, _, { Kind: Units }] or [{ Kind: At }, _, { DayUnit: not null }] => Read(tokens[1..]),
            [.. var rest, { Kind: From }, { Stage: DateToken.Early }] => Read(rest),
            _ => Amount(tokens) is { IsOfAPlan: true } amount ? amount : null,
        };

    /// <summary>
    /// Parses tokens as a duration from today: "en 3 meses" and "3 meses a partir de hoy" mean its last day, "dentro de los próximos 3
    /// meses" means all of it.
    /// </summary>
    public static DateSpan? ReadFromToday(ReadOnlySpan<DateToken> tokens, DateOnly today) =>
        tokens switch
        {
            [{ Kind: In or Hence }, .. var rest] => Amount(rest) is { IsOfAPlan: true } amount ? DateSpan.OfDay(amount.After(today)) : null,
            [.. var rest, { Kind: From }, { DaysFromToday: 0 }] => Amount(rest) is { IsOfAPlan: true } amount
                ? DateSpan.OfDay(amount.After(today))
                : null,
            [{ Kind: Inside }, .. var rest] => Until(rest, today),
            [{ Kind: Next }, .. var rest] => Until(rest, today),
            _ => null,
        };

    private DateOnly After(DateOnly day) => day.AddMonths(Months).AddDays(Days);

    private static DateSpan? Until(ReadOnlySpan<DateToken> tokens, DateOnly today) =>
        tokens is [{ Count: not null }, _, ..] && Amount(tokens) is { IsOfAPlan: true } amount
            ? new DateSpan(DatePrecision.Range, today, amount.After(today))
            : null;

    private static DateDuration? Amount(ReadOnlySpan<DateToken> tokens) =>
        tokens switch
        {
            [{ Count: { } count }, { Kind: Units } unit] => new(count * unit.Value, 0),
            [{ Count: { } count }, { Kind: Unit, Value: 1 or 12 } unit] => new(count * unit.Value, 0),
            [{ Count: { } count }, { DayUnit: { } days }] => new(0, count * days),
            [{ Kind: At }, { Kind: Unit, Value: 1 or 12 } unit] => new(unit.Value, 0),
            [{ Kind: HalfOf }, { Kind: Unit, Value: 1 or 12 } unit] => AndAHalf(unit, 0),
            [{ Kind: Middle }, { Kind: At }, { Unit: 12 }] => new(6, 0),
            [{ Kind: Unit, Value: 1 or 12 } unit, { Kind: And }, { Kind: HalfOf }] => AndAHalf(unit, 1),
            [{ Kind: At }, { Kind: Unit, Value: 1 or 12 } unit, { Kind: And }, { Kind: HalfOf }] => AndAHalf(unit, 1),
            [{ Count: { } count }, { Unit: 1 or 12 } unit, { Kind: And }, { Kind: HalfOf }] => AndAHalf(unit, count),
            [{ Count: { } count }, { Kind: And }, { Kind: HalfOf }, { Unit: 1 or 12 } unit] => AndAHalf(unit, count),
            [_, _, { Kind: And }, _, { Unit: 1 }] or [_, _, { Kind: And }, _, { DayUnit: not null }] => (
                Amount(tokens[..2]),
                Amount(tokens[3..])
            )
                is ({ } whole, { } more)
            && whole.Months > more.Months
                ? new(whole.Months + more.Months, more.Days)
                : null,
            _ => null,
        };

    private static DateDuration AndAHalf(DateToken unit, int whole) => unit.Value == 12 ? new((whole * 12) + 6, 0) : new(whole, 15);
}
