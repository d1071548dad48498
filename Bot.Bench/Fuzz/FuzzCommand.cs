using System.Diagnostics;
using System.Globalization;
using AgaBot.Bench.Processes;
using AgaBot.Bench.Turns;

namespace AgaBot.Bench.Fuzz;

/// <summary>
/// <c>fuzz</c>: sends activities that no client would to the running bot, while somebody fills fichas beside. What is found ends the
/// command
/// with 1, and the activities that did it are kept.
/// </summary>
internal static class FuzzCommand
{
    private const int Shown = 10;

    public static async Task<int> RunAsync(BotProgram program, FuzzOptions options, CancellationToken cancellationToken)
    {
        await Console.Out.WriteLineAsync(
            Text($"fuzz --activities {options.Activities} --seed {options.Seed} --limit {options.Limit.TotalSeconds}")
        );
        await using var sink = await ConnectorSink.StartAsync(cancellationToken);
        using var data = new TemporaryFolder();
        using var port = new HeldPort();
        await using ChildServer bot = program.Start(
            port,
            Path.Combine(data.Path, "fuzz.db"),
            ("Coordinators__AccessCode", OddValues.AccessCode)
        );
        using (var load = new Load(sink, "emulator"))
            await load.FirstReplyAsync(bot, cancellationToken);

        using var beside = new ControlConversation(bot);
        await beside.LearnAsync(cancellationToken);
        using var attack = new Attack(options, bot, sink.ServiceUrl);
        var memory = new MemoryWatch(bot);
        long started = Stopwatch.GetTimestamp();
        Task attacking = attack.RunAsync(cancellationToken);
        await Task.WhenAll(
            attacking,
            beside.TalkAsync(attacking, cancellationToken),
            memory.WatchAsync(attacking, () => (double)attack.Sent / options.Activities, cancellationToken)
        );

        string[] faults = [.. Faults(options, bot, attack, beside, memory)];
        await PrintAsync(Stopwatch.GetElapsedTime(started), attack, beside, memory);
        await KeepAsync(options, attack.Findings, cancellationToken);
        foreach (string fault in faults.Take(Shown))
            await Console.Out.WriteLineAsync(fault);
        await Console.Out.WriteLineAsync(faults.Length == 0 ? "Nothing was found." : Text($"{faults.Length} found."));
        return faults.Length == 0 ? 0 : 1;
    }

    private static IEnumerable<string> Faults(
        FuzzOptions options,
        ChildServer bot,
        Attack attack,
        ControlConversation beside,
        MemoryWatch memory
    )
    {
        if (bot.HasExited)
            yield return $"The bot has ended. {bot.Complaints}";
        foreach (Finding finding in attack.Findings)
            yield return Text($"activity {finding.Number}: {finding.What}");
        foreach (string error in bot.Errors)
            yield return $"logged: {error}";
        foreach (string difference in beside.Differences)
            yield return $"beside: {difference}";
        if (beside.Longest > options.Limit)
            yield return Text($"beside: an answer took {beside.Longest.TotalSeconds:F2} s");
        if (options.Activities >= MemoryWatch.FewestActivities && !memory.IsFlat)
            yield return "The bot's memory grows.";
    }

    private static async Task PrintAsync(TimeSpan took, Attack attack, ControlConversation beside, MemoryWatch memory)
    {
        await Console.Out.WriteLineAsync(
            Text($"{attack.Sent} activities in {took.TotalSeconds:F0} s, the longest answer after {attack.Longest.TotalMilliseconds:F0} ms")
        );
        await Console.Out.WriteLineAsync(
            $"answers: {string.Join(", ", attack.Statuses.Select(status => Text($"{(int)status.Key} {status.Value} times")))}"
        );
        await Console.Out.WriteLineAsync(
            Text($"beside: {beside.Fichas} fichas, the longest answer after {beside.Longest.TotalMilliseconds:F0} ms")
        );
        await Console.Out.WriteLineAsync(
            $"memory in MB, from start to end: {string.Join(' ', memory.Highest.Select(bytes => bytes >> 20))}"
        );
    }

    /// <summary>Writes the activities to files that can be posted again.</summary>
    private static async Task KeepAsync(FuzzOptions options, IReadOnlyCollection<Finding> findings, CancellationToken cancellationToken)
    {
        if (findings.Count == 0)
            return;
        string folder = Path.GetFullPath(Text($"artifacts/fuzz/{options.Seed}"));
        Directory.CreateDirectory(folder);
        foreach (Finding finding in findings.Take(Shown))
            await File.WriteAllBytesAsync(Path.Combine(folder, Text($"{finding.Number}.json")), finding.Activity, cancellationToken);
        await Console.Out.WriteLineAsync($"The first activities are in {folder}");
    }

    private static string Text(FormattableString line) => line.ToString(CultureInfo.InvariantCulture);
}
