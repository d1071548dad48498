using System.Globalization;
using AgaBot.Forms.Dates;

namespace AgaBot.Tests.Forms.Dates;

/// <summary>A row of <c>plan-dates.tsv</c>: words, the day on which they were written, and their meaning.</summary>
public sealed record PlanDateCase(string Words, DateOnly Said, PlanDate Meaning)
{
    public static IReadOnlyList<PlanDateCase> All { get; } =
    [
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Forms", "Dates", "plan-dates.tsv"))
            .Where(line => !line.StartsWith('#'))
            .Select(Read),
    ];

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"«{Words}» on {Said:yyyy-MM-dd}");

    private static PlanDateCase Read(string line)
    {
        string[] cells = [.. line.Split('\t'), "", "", ""];
        string words = cells[0].Replace("\\n", "\n", StringComparison.Ordinal);
        var meaning = new PlanDate(
            words.Trim(),
            Enum.Parse<DatePrecision>(cells[3]),
            DayOf(cells[4]),
            DayOf(cells[5]),
            CountBefore('M', cells[6]),
            CountBefore('D', cells[6])
        );
        return new PlanDateCase(words, DayOf(cells[2])!.Value, meaning);
    }

    private static DateOnly? DayOf(string cell) =>
        cell.Length > 0 ? DateOnly.ParseExact(cell, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    /// <summary>The months or the days of an ISO 8601 duration such as "P1M15D".</summary>
    private static int? CountBefore(char unit, string duration)
    {
        int end = duration.IndexOf(unit, StringComparison.Ordinal);
        int start = end < 0 ? 0 : duration.AsSpan(0, end).LastIndexOfAnyExceptInRange('0', '9') + 1;
        return end < 0 ? null : int.Parse(duration.AsSpan(start, end - start), CultureInfo.InvariantCulture);
    }
}
