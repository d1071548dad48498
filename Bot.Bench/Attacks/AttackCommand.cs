using AgaBot.Bench.Processes;
using AgaBot.Bench.Turns;

namespace AgaBot.Bench.Attacks;

/// <summary>
/// <c>attack</c>: the attacks of <c>docs/hostile.md</c> that need only HTTP, all at once, while people fill fichas on the page. The exit
/// code is 1 if these people wait, if anything of theirs is lost, if people who are not there are counted, if a code is kept, or if the
/// bot takes more memory or disk than it may.
/// </summary>
internal static class AttackCommand
{
    private const int Shown = 10;

    public static async Task<int> RunAsync(BotProgram program, AttackOptions options, CancellationToken cancellationToken)
    {
        using var data = new TemporaryFolder();
        using var port = new HeldPort();
        var store = new AttackedStore(data.Path);
        await using ChildServer bot = program.Start(port, store.Database, AttackedStore.Settings);
        using var run = new AttackRun(options, bot, new Uri($"http://127.0.0.1:{port.Number}"));
        await run.PrepareAsync(cancellationToken);
        if (run.Attacks.IsEmpty)
        {
            await Console.Error.WriteLineAsync($"There is no attack {options.Only}.");
            return 64;
        }
        await run.RunAsync(cancellationToken);
        foreach (string line in run.Report())
            await Console.Out.WriteLineAsync(line);

        List<string> faults = [.. run.Faults()];
        await bot.StopAsync();
        await Console.Out.WriteLineAsync($"the store takes {store.Size >> 20} MB");
        faults.AddRange(await store.FaultsAsync(run.People, cancellationToken));
        foreach (string fault in faults.Take(Shown))
            await Console.Out.WriteLineAsync(fault);
        await Console.Out.WriteLineAsync(faults.Count == 0 ? "Held." : $"{faults.Count} faults.");
        return faults.Count == 0 ? 0 : 1;
    }
}
