using static AgaBot.Forms.DateTokenKind;

namespace AgaBot.Forms;

/// <summary>Reads tokens as a range: "de junio a julio 2016", "2016-2017", "del 1 al 15 de agosto".</summary>
internal static class DateRange
{
    public static DateSpan? Read(ReadOnlySpan<DateToken> tokens, DateOnly today)
    {
        if (tokens is [{ Kind: In or During }, ..])
            return Read(tokens[1..], today);
        bool between = tokens is [{ Kind: From }, ..];
        ReadOnlySpan<DateToken> ends = between ? tokens[1..] : tokens;
        for (int index = 1; index < ends.Length - 1; index++)
        {
            if (IsBetween(ends, index, between) && Read(ends[..index], ends[(index + 1)..], today) is { } range)
                return range;
        }
        return null;
    }

    private static bool IsBetween(ReadOnlySpan<DateToken> tokens, int index, bool between) => tokens[index].Kind switch
    {
        At or To or Dash => true,
        And => between,
        Slash => tokens is [{ Year: not null }, _, { Year: not null }],
        _ => false,
    };

    private static DateSpan? Read(ReadOnlySpan<DateToken> first, ReadOnlySpan<DateToken> last, DateOnly today)
    {
        (DateSpan? start, DateSpan? end) = (HasYear(first), HasYear(last)) switch
        {
            (false, true) => Borrowing(first, DatePhrase.Read(last, today), today),
            (false, false) when first is [{ Day: not null }] => Borrowing(first, DatePhrase.Read(last, today), today),
            (true, true) => (DatePhrase.Read(first, today), DatePhrase.Read(last, today)),
            _ => Following(DatePhrase.Read(first, today), last),
        };
        return start is { } from && end is { } to && from.Earliest < to.Earliest && from.Latest <= to.Latest
            ? new DateSpan(DatePrecision.Range, from.Earliest, to.Latest)
            : null;
    }

    /// <summary>"Noviembre a febrero 2017": the start takes its month and year from the end, and comes before it.</summary>
    private static (DateSpan? Start, DateSpan? End) Borrowing(ReadOnlySpan<DateToken> first, DateSpan? end, DateOnly today)
    {
        if (end is not { } to)
            return (null, null);
        if (first is [{ Day: { } day }])
            return (to.Precision == DatePrecision.Day ? DateSpan.OfDay(to.Earliest.Year, to.Earliest.Month, day) : null, to);

        DateSpan? sameYear = DatePhrase.Read([.. first, DateToken.OfYear(to.Latest.Year)], today);
        return sameYear is { } start && start.Earliest > to.Latest
            ? (DatePhrase.Read([.. first, DateToken.OfYear(to.Latest.Year - 1)], today), to)
            : (sameYear, to);
    }

    /// <summary>"Junio 2016 a julio": the end is the next such after the start.</summary>
    private static (DateSpan? Start, DateSpan? End) Following(DateSpan? start, ReadOnlySpan<DateToken> last) =>
        start is { } from ? (from, DatePhrase.Read(last, from.Latest.AddDays(1))) : (null, null);

    private static bool HasYear(ReadOnlySpan<DateToken> tokens)
    {
        foreach (DateToken token in tokens)
        {
            if (token.Year is not null || token.Unit == 12)
                return true;
        }
        return false;
    }
}
