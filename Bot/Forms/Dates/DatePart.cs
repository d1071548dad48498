using static AgaBot.Forms.Dates.DateTokenKind;

namespace AgaBot.Forms.Dates;

/// <summary>Parses a counted part of a span: "última semana de 2015", "primeros 6 meses de 2017", "primer viernes de julio".</summary>
internal static class DatePart
{
    public static DateSpan? Read(ReadOnlySpan<DateToken> tokens, DateFrame frame) =>
        tokens switch
        {
            [{ Nth: { } nth }, { Kind: Fortnight }, .. { Length: > 0 } rest] => DatePhrase.PartOf(
                rest,
                frame,
                whole => whole.Fortnight(nth)
            ),
            [{ Nth: { } nth }, { Kind: DayUnit, Value: 7 }, .. { Length: > 0 } rest] => DatePhrase.PartOf(
                rest,
                frame,
                whole => whole.Week(nth)
            ),
            [{ Nth: { } nth }, { Kind: WeekOrHalf }, { Month: not null }, ..] => DatePhrase.PartOf(
                tokens[2..],
                frame,
                month => month.Week(nth)
            ),
            [{ Kind: Ordinal, Value: var nth }, { Weekday: { } weekday }, .. { Length: > 0 } rest] => DatePhrase.PartOf(
                rest,
                frame,
                whole => whole.WeekdayOf(nth, weekday)
            ),
            [{ Nth: { } nth }, { Parts: { } parts }, .. { Length: > 0 } rest] => DatePhrase.PartOf(
                rest,
                frame,
                whole => whole.Part(parts, nth)
            ),
            [{ Kind: Ordinal, Value: 1 or DateToken.Last } end, { Count: { } count }, var unit, .. { Length: > 0 } rest] => AtEnd(
                end,
                count,
                unit,
                rest,
                frame
            ),
            [{ Count: { } count }, { Kind: Ordinal, Value: 1 or DateToken.Last } end, var unit, .. { Length: > 0 } rest] => AtEnd(
                end,
                count,
                unit,
                rest,
                frame
            ),
            [{ Kind: Ordinal, Value: 1 or DateToken.Last } end, { Kind: Units, Value: 1 }, .. { Length: > 0 } rest] => DatePhrase.PartOf(
                rest,
                frame,
                whole => whole.Precision == DatePrecision.Month ? null : whole.At(StageOf(end))
            ),
            [{ Kind: Ordinal, Value: 1 or DateToken.Last } end, { Kind: DayUnits, Value: 1 }, .. { Length: > 0 } rest] => DatePhrase.PartOf(
                rest,
                frame,
                whole => (StageOf(end) == DateToken.Late ? whole.LastMonth : whole.FirstMonth)?.At(StageOf(end))
            ),
            _ => null,
        };

    /// <summary>"Primeros 6 meses", "últimos 15 días" of a span.</summary>
    private static DateSpan? AtEnd(DateToken end, int count, DateToken unit, ReadOnlySpan<DateToken> rest, DateFrame frame) =>
        unit switch
        {
            { Kind: Units, Value: var months } => DatePhrase.PartOf(rest, frame, whole => whole.EndOf(end.Value, count * months, 0)),
            { Kind: DayUnits, Value: var days } => DatePhrase.PartOf(rest, frame, whole => whole.EndOf(end.Value, 0, count * days)),
            _ => null,
        };

    private static int StageOf(DateToken end) => end.Value == DateToken.Last ? DateToken.Late : DateToken.Early;
}
