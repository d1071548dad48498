using static AgaBot.Forms.Dates.DateTokenKind;

namespace AgaBot.Forms.Dates;

/// <summary>
/// Parses adjacent dates as one span: "julio y agosto de 2016", "I, II y III trimestre 2017", "julio o agosto". "2016 y 2018" is not a span
/// because of the gap.
/// </summary>
internal static class DateList
{
    public static DateSpan? Read(ReadOnlySpan<DateToken> tokens, DateFrame frame)
    {
        if (tokens is [{ Kind: In or On or During or Throughout or At }, ..])
            return Read(tokens[1..], frame);
        DateToken[][] items = Items(tokens);
        if (items.Length < 2 || DateRange.Resolve(items[0], items[^1], frame) is not var (start, end))
            return null;

        DateSpan reached = start;
        foreach (DateToken[] item in items[1..^1])
        {
            DateToken[] whole = item is [{ Kind: Number or Ordinal or Roman, Year: null } nth] ? [nth, .. items[^1][1..]] : item;
            DateSpan? inYear = DatePhrase.Read([.. whole, DateToken.OfYear(reached.Latest.Year)], frame);
            DateSpan? next = inYear?.Earliest == reached.Latest.AddDays(1) ? inYear : DatePhrase.Read(whole, frame.After(reached));
            if (next is not { } following || following.Earliest != reached.Latest.AddDays(1))
                return null;
            reached = following;
        }
        return end.Earliest == reached.Latest.AddDays(1) ? new DateSpan(DatePrecision.Range, start.Earliest, end.Latest) : null;
    }

    private static DateToken[][] Items(ReadOnlySpan<DateToken> tokens)
    {
        var items = new List<DateToken[]>();
        int start = 0;
        for (int index = 0; index <= tokens.Length; index++)
        {
            if (index < tokens.Length && tokens[index].Kind is not (And or Or or Comma))
                continue;
            if (index > start)
                items.Add(tokens[start..index].ToArray());
            start = index + 1;
        }
        return [.. items];
    }
}
