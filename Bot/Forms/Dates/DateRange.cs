using static AgaBot.Forms.Dates.DateTokenKind;

namespace AgaBot.Forms.Dates;

/// <summary>Parses tokens as a range: "de junio a julio 2016", "2016-2017", "del 1 al 15 de agosto".</summary>
internal static class DateRange
{
    /// <summary>Null also if the tokens can be split into two different ranges.</summary>
    public static DateSpan? Read(ReadOnlySpan<DateToken> tokens, DateFrame frame)
    {
        if (tokens is [{ Kind: In or On or During or Throughout or At }, ..])
            return Read(tokens[1..], frame);
        if (
            tokens is [{ Year: { } year }, { Kind: Dash or Slash }, { Kind: Number, Digits: 2, Value: > 12 and var last }]
            && last > year % 100
        )
            return Spanning(DateSpan.OfYear(year), DateSpan.OfYear((year / 100 * 100) + last));

        bool between = tokens is [{ Kind: Between }, ..];
        bool from = tokens is [{ Kind: From }, ..];
        ReadOnlySpan<DateToken> ends = between || from ? tokens[1..] : tokens;
        bool loose = ends.ContainsAny([new DateToken(LooseDash)]);
        DateSpan? range = null;
        for (int index = 1; index < ends.Length - 1; index++)
        {
            if (
                !Parts(ends, index, between, loose)
                || Resolve(ends[..index], ends[(index + 1)..], frame) is not var (start, end)
                || Spanning(start, end) is not { } found
            )
                continue;
            if (range is { } other && other != found)
                return null;
            range = found;
        }
        return range;
    }

    /// <summary>Both ends of a range; each takes from the other what it omits. Null if an end is not a date.</summary>
    public static (DateSpan Start, DateSpan End)? Resolve(ReadOnlySpan<DateToken> first, ReadOnlySpan<DateToken> last, DateFrame frame)
    {
        (bool firstNamed, bool lastNamed) = (DateTokens.NameTheirYear(first), DateTokens.NameTheirYear(last));
        if (first is [{ Kind: Number or Ordinal or Roman, Year: null } number] && last is [{ Kind: Number or Ordinal or Roman }, _, ..])
            return Pair(DatePhrase.Read([number, .. last[1..]], frame), DatePhrase.Read(last, frame));
        if (firstNamed && lastNamed)
            return Pair(DatePhrase.Read(first, frame), DatePhrase.Read(last, frame));
        if (lastNamed)
            return Borrowing(first, DatePhrase.Read(last, frame), frame);
        if (!firstNamed && WithinThisYear(first, last, frame) is { } thisYear)
            return thisYear;
        return DatePhrase.Read(first, frame) is { } start ? Pair(start, DatePhrase.Read(last, frame.After(start))) : null;
    }

    private static bool Parts(ReadOnlySpan<DateToken> tokens, int index, bool between, bool loose) =>
        tokens[index].Kind switch
        {
            At or To or LooseDash => true,
            Dash => !loose,
            And => between,
            Slash => (tokens[index - 1].Month is not null && tokens[index + 1].Month is not null)
                || tokens is [{ Year: not null }, _, { Year: not null }],
            _ => false,
        };

    private static DateSpan? Spanning(DateSpan start, DateSpan end) =>
        start.Earliest < end.Earliest && start.Latest <= end.Latest ? new DateSpan(DatePrecision.Range, start.Earliest, end.Latest) : null;

    /// <summary>"Noviembre a febrero 2017": the start takes its year from the end and precedes it.</summary>
    private static (DateSpan Start, DateSpan End)? Borrowing(ReadOnlySpan<DateToken> first, DateSpan? end, DateFrame frame)
    {
        if (end is not { } to || DatePhrase.Read([.. first, DateToken.OfYear(to.Latest.Year)], frame) is not { } sameYear)
            return null;
        return sameYear.Earliest > to.Latest
            ? Pair(DatePhrase.Read([.. first, DateToken.OfYear(to.Latest.Year - 1)], frame), to)
            : (sameYear, to);
    }

    /// <summary>"De abril a agosto", said in May: the current range is meant.</summary>
    private static (DateSpan Start, DateSpan End)? WithinThisYear(
        ReadOnlySpan<DateToken> first,
        ReadOnlySpan<DateToken> last,
        DateFrame frame
    )
    {
        DateFrame year = frame with { From = new DateOnly(frame.From.Year, 1, 1) };
        return
            DatePhrase.Read(first, year) is { } start
            && DatePhrase.Read(last, year) is { } end
            && start.Earliest < end.Earliest
            && end.Earliest.Year == frame.From.Year
            && end.Latest >= frame.From
            ? (start, end)
            : null;
    }

    private static (DateSpan Start, DateSpan End)? Pair(DateSpan? start, DateSpan? end) =>
        start is { } from && end is { } to ? (from, to) : null;
}
