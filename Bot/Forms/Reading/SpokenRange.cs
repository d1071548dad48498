using System.Text.RegularExpressions;
using AgaBot.Forms.Budgets;
using AgaBot.Forms.Dates;

namespace AgaBot.Forms.Reading;

/// <summary>Finds the dates at the end of an action written as a sentence: "instalar cámaras, de junio a diciembre de 2016".</summary>
internal static partial class SpokenRange
{
    /// <summary>Maximum distance in UTF-16 code units from the start of a range to the end of the line.</summary>
    private const int Longest = 120;

    /// <summary>Maximum number of places, from the end, at which a range may start.</summary>
    private const int MostOpenings = 8;

    /// <summary>Steps of one comparison with the pattern of a range.</summary>
    private const int StepsOfPattern = 1_000;

    /// <summary>
    /// The text before the dates, and both dates as written. Null if the line does not end in a range, or if the two dates mean something
    /// else in two cells.
    /// </summary>
    public static (string Before, string Start, string End)? Find(string line, DateOnly today, PlanPeriod? plan)
    {
        int words = 0;
        while (words < line.Length && !char.IsLetter(line[words]))
            words++;
        foreach (Match opening in Opening().Matches(line, Math.Max(0, line.Length - Longest)).TakeLast(MostOpenings))
        {
            ReadingBudget.Spend(StepsOfPattern);
            if (words >= opening.Index || Dates().Match(line[(opening.Index + opening.Length)..]) is not { Success: true } dates)
                continue;
            (string start, string end) = (dates.Groups["start"].Value, dates.Groups["end"].Value);
            if (opening.Groups["between"].Success == dates.Groups["and"].Success && IsRange(start, end, today, plan))
                return (line[..opening.Index], start, end);
        }
        return null;
    }

    private static bool IsRange(string start, string end, DateOnly today, PlanPeriod? plan)
    {
        PlanDate whole = PlanDateParser.Parse($"de {start} a {end}", today, plan);
        return whole is { Precision: not DatePrecision.Words, Earliest: { } first, Latest: { } last }
            && PlanDateParser.ParseBoth(start, end, today, plan) is var (from, to)
            && (from.Earliest, to.Latest) == (first, last);
    }

    /// <summary>A punctuation mark, a word, or both.</summary>
    [GeneratedRegex(
        @"(?:\s*[,:(–—-]\s*(?:(?:del?|desde|from|(?<between>entre|between))\s+)?|"
            + @"\s+(?:del?|desde|from|(?<between>entre|between))\s+)(?:el\s+|la\s+)?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Opening();

    [GeneratedRegex(
        @"^(?<start>[^,;:()–—-]{1,40}?)(?:\s+(?:a|al|hasta|to|until|(?<and>y|and))\s+|\s*[–—-]\s*)"
            + @"(?:el\s+|la\s+)?(?<end>[^,;:()–—-]{3,40}?)\)?\.?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Dates();
}
