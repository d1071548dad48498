using static AgaBot.Forms.Dates.DateTokenKind;

namespace AgaBot.Forms.Dates;

/// <summary>The first and last day of a date, both inclusive. One of them may be unknown: "hasta julio", "a partir de marzo".</summary>
internal readonly record struct DateBound(DatePrecision Precision, DateOnly? Earliest, DateOnly? Latest)
{
    /// <summary>Parses tokens that name one end.</summary>
    public static DateBound? Read(ReadOnlySpan<DateToken> tokens, DateFrame frame) =>
        tokens switch
        {
            [{ Kind: In or On or During or Throughout }, { Kind: Hence }, ..] => Read(tokens[1..], frame),
            [{ Kind: Hence }, .. var rest] => Span(rest, frame) is { } span && span.Latest > frame.From
                ? new DateBound(DatePrecision.Range, frame.From, span.Latest)
                : null,
            [{ Kind: Before }, { Stage: DateToken.Late }, ..] => UpTo(Span(tokens[1..], frame)),
            [{ Kind: Before }, .. var rest, { Kind: Ends }] => UpTo(Span(rest, frame)),
            [{ Kind: Before }, .. var rest] when DateDuration.ReadFromToday([new DateToken(In), .. rest], frame.From) is { } day => UpTo(
                day
            ),
            [{ Kind: Before }, .. var rest] => BeforeIt(rest, frame),
            [{ Kind: After }, .. var rest] => Span(rest, frame) is { } span ? Open(span.Latest.AddDays(1), null) : null,
            [{ Kind: Deadline or To }, { Kind: Deadline or To or In or On or At }, { Kind: var next }, ..] when BeginsDate(next) =>
                ByDeadline(tokens, frame),
            [{ Kind: Deadline or To }, .. var rest] => UpTo(Span(rest, frame)),
            [.. { Length: > 0 } rest, { Kind: Deadline }] => UpTo(Span(rest, frame)),
            [{ Kind: From }, .. var rest, { Kind: Onward or On }] => Since(Span(rest, frame)),
            [{ Kind: From }, .. var rest] => Since(Span(rest, frame)),
            [.. { Length: > 0 } rest, { Kind: Onward or On }] => Since(Span(rest, frame)),
            _ => null,
        };

    public static DateBound? Of(DateSpan? span) => span is { } days ? new DateBound(days.Precision, days.Earliest, days.Latest) : null;

    /// <summary>Reads "hasta el fin de mayo", "a más tardar en julio": two prepositions, then a date.</summary>
    private static DateBound? ByDeadline(ReadOnlySpan<DateToken> tokens, DateFrame frame) =>
        Read([tokens[0], .. tokens[2..]], frame) ?? UpTo(Span(tokens[1..], frame));

    private static DateBound? UpTo(DateSpan? span) => span is { } end ? Open(null, end.Latest) : null;

    private static DateBound? Since(DateSpan? span) => span is { } start ? Open(start.Earliest, null) : null;

    private static DateBound Open(DateOnly? earliest, DateOnly? latest) => new(DatePrecision.Range, earliest, latest);

    /// <summary>
    /// Up to the day before the span. If the span has already begun and names no year, up to the day before the next one.
    /// </summary>
    private static DateBound? BeforeIt(ReadOnlySpan<DateToken> tokens, DateFrame frame)
    {
        if (Span(tokens, frame) is not { } span)
            return null;
        bool isOver = span.Earliest <= frame.From && !DateTokens.NameTheirYear(tokens);
        return isOver && Span(tokens, frame.After(span)) is { } next
            ? Open(null, next.Earliest.AddDays(-1))
            : Open(null, span.Earliest.AddDays(-1));
    }

    private static DateSpan? Span(ReadOnlySpan<DateToken> tokens, DateFrame frame) =>
        DateDuration.ReadFromToday(tokens, frame.From)
        ?? DatePhrase.Read(tokens, frame)
        ?? (tokens is [{ Kind: Unit } unit] ? DateSpan.Holding(frame.From, unit.Value) : null);

    private static bool BeginsDate(DateTokenKind kind) =>
        kind is Ends or Number or Ordinal or Month or Stage or Weekday or DateTokenKind.Holiday;
}
