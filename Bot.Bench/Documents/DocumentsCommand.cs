using System.Diagnostics;
using System.Globalization;

namespace AgaBot.Bench.Documents;

/// <summary>
/// <c>documents</c>: reads Word files and texts that are made to cost much, on one thread, and measures its processor time. An input over
/// the limit ends the command with 1.
/// </summary>
internal static class DocumentsCommand
{
    private const int Shown = 10;

    public static int Run(DocumentsOptions options, TextWriter output)
    {
        output.WriteLine(Line($"documents --files {options.Files} --seed {options.Seed} --largest {options.Largest}"));
        Warm();
        long started = Stopwatch.GetTimestamp();
        DocumentCost[] seen = [.. HostileInput.Seen().Select(DocumentCost.Of)];
        var over = new List<DocumentCost>(seen.Where(static cost => cost.IsOver));
        string folder = Path.GetFullPath(Line($"artifacts/documents/{options.Seed}"));
        var slowest = new List<DocumentCost>();
        var largest = new List<DocumentCost>();
        TimeSpan whole = TimeSpan.Zero;
        for (int index = 0; index < options.Files; index++)
        {
            var input = HostileInput.Of(options.Seed + index, options.Largest);
            var cost = DocumentCost.Of(input);
            whole += cost.Usage.Processor;
            if (cost.IsOver)
            {
                over.Add(cost);
                Directory.CreateDirectory(folder);
                File.WriteAllBytes(Path.Combine(folder, Line($"{options.Seed + index}")), input.Sent.Span);
            }
            Keep(slowest, cost, static one => one.Usage.Processor / one.Limit);
            Keep(largest, cost, static one => one.Held);
        }

        Print(output, "The attacks that were seen:", seen);
        Print(output, "The nearest to their limit of time:", slowest);
        Print(output, "The most memory:", largest);
        Print(output, "Over the limit:", over);
        TimeSpan took = Stopwatch.GetElapsedTime(started);
        output.WriteLine(Line($"{options.Files} inputs in {took.TotalSeconds:F0} s, {whole.TotalSeconds:F0} s of them reading"));
        output.WriteLine(over.Count == 0 ? "Nothing was found." : Line($"{over.Count} found; those that were generated are in {folder}"));
        return over.Count == 0 ? 0 : 1;
    }

    /// <summary>The first inputs would otherwise pay for the compiler.</summary>
    private static void Warm()
    {
        for (int seed = 0; seed < 300; seed++)
            DocumentCost.Of(HostileInput.Of(-seed, 20_000));
    }

    private static void Keep(List<DocumentCost> most, DocumentCost cost, Func<DocumentCost, double> of)
    {
        if (most.Count == Shown && of(cost) <= of(most[^1]))
            return;
        most.Add(cost);
        most.Sort((one, other) => of(other).CompareTo(of(one)));
        if (most.Count > Shown)
            most.RemoveAt(Shown);
    }

    private static void Print(TextWriter output, string title, IReadOnlyCollection<DocumentCost> costs)
    {
        if (costs.Count == 0)
            return;
        output.WriteLine(title);
        output.WriteLine("| input | sent bytes | unpacked bytes | CPU ms | limit ms | CPU ms a MiB | MB held at most | steps used |");
        foreach (DocumentCost cost in costs.Take(2 * Shown))
        {
            string time = Line($"{cost.Usage.Processor.TotalMilliseconds:F1} | {cost.Limit.TotalMilliseconds:F0}");
            string rate = Line($"{cost.MillisecondsOfMebibyte:F0} | {cost.Held / 1048576.0:F1}");
            output.WriteLine(
                Line($"| {cost.Name} | {cost.Sent} | {cost.Unpacked} | {time} | {rate} | {cost.Steps.Spent} of {cost.Steps.Allowed} |")
            );
        }
    }

    private static string Line(FormattableString line) => line.ToString(CultureInfo.InvariantCulture);
}
