using System.Globalization;
using AgaBot.Forms.Dates;
using AgaBot.Plans.Files;
using AgaBot.Plans.Hosting;

namespace AgaBot.Bench.Dates;

/// <summary>
/// <c>dates --today DAY FILE</c>: reads the expressions of a file as dates of a plan and prints a table of them.
/// </summary>
internal static class DatesCommand
{
    public const string Usage = "dates --today YYYY-MM-DD [--plan FILE] FILE";

    private const int Done = 0;
    private const int Faulty = 1;
    private const int Misused = 64;

    /// <summary>
    /// Prints one line per expression: the expression, the earliest and the latest day and the precision, separated by tabs. A cell is
    /// empty if its value is undefined. The exit code is 1 if a file cannot be read, and 64 if the arguments are wrong.
    /// </summary>
    public static int Run(string[] args, TextWriter output, TextWriter errors)
    {
        string plan = Path.Combine(AppContext.BaseDirectory, "plans", new PlanOptions().Id + ".json");
        if (args is [var day, var of, "--plan", var named, .. var rest])
            (plan, args) = (named, [day, of, .. rest]);
        if (
            args is not ["--today", var said, var expressions]
            || !DateOnly.TryParseExact(said, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly today)
        )
        {
            errors.WriteLine($"usage: Bot.Bench {Usage}");
            return Misused;
        }

        try
        {
            PlanPeriod period = PlanFile.Read(File.ReadAllBytes(plan), Path.GetFileName(plan)).Period;
            foreach (string line in File.ReadLines(expressions))
            {
                if (!string.IsNullOrWhiteSpace(line))
                    output.WriteLine(RowOf(line, PlanDateParser.Parse(line, today, period)));
            }
            return Done;
        }
        catch (IOException fault)
        {
            errors.WriteLine(fault.Message);
        }
        catch (PlanFileException fault)
        {
            errors.WriteLine(fault.Message);
        }
        return Faulty;
    }

    private static string RowOf(string expression, PlanDate date) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{expression}\t{date.Earliest:yyyy-MM-dd}\t{date.Latest:yyyy-MM-dd}\t{date.Precision}"
        );
}
