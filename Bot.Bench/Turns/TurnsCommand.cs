using System.Globalization;
using AgaBot.Bench.Processes;

namespace AgaBot.Bench.Turns;

/// <summary>
/// <c>turns</c>: people fill fichas over HTTP, with the bot and with a bare endpoint that parses the activity and posts a fixed reply. The
/// two are separate processes, measured alternately in each round, so that changes of the machine's speed affect both.
/// </summary>
internal static class TurnsCommand
{
    private const int Rounds = 3;
    private static readonly int[] UsualUsers = [1, 16, 64];

    /// <summary>
    /// Warm is a server whose turn costs no less than in the window before: the compiler has made its last version of what it runs.
    /// </summary>
    private static readonly TimeSpan WarmingWindow = TimeSpan.FromSeconds(10);
    private const double Settled = 0.95;
    private const int MostWindows = 8;

    public static async Task<int> RunAsync(BotProgram program, string[] args, CancellationToken cancellationToken)
    {
        int seconds = Number(args, "--seconds") ?? 6;
        int[] counts = Number(args, "--users") is { } only ? [only] : UsualUsers;
        var window = TimeSpan.FromSeconds(seconds);
        await using var sink = await ConnectorSink.StartAsync(cancellationToken);
        using var data = new TemporaryFolder();
        using var barePort = new HeldPort();
        using var botPort = new HeldPort();
        await using ChildServer bare = BareServer.Start(barePort);
        await using ChildServer bot = program.Start(botPort, Path.Combine(data.Path, "bench.db"));
        using var load = new Load(sink, Option(args, "--channel") ?? "sms");

        TimeSpan bareFirst = await load.FirstReplyAsync(bare, cancellationToken);
        TimeSpan botFirst = await load.FirstReplyAsync(bot, cancellationToken);
        await WarmAsync(load, bare, counts[^1], cancellationToken);
        await WarmAsync(load, bot, counts[^1], cancellationToken);

        await Console.Error.WriteLineAsync("warm");

        var report = new Report(bareFirst, botFirst);
        for (int round = 1; round <= Rounds; round++)
        {
            foreach (int users in counts)
            {
                Measurement ofBare = await load.RunAsync(bare, users, window, cancellationToken);
                Measurement ofBot = await load.RunAsync(bot, users, window, cancellationToken);
                report.Add(users, ofBare, ofBot);
                await Console.Error.WriteLineAsync(
                    $"round {round}, {users} users: bare {ofBare.TurnsPerSecond:F0}/s {ofBare.CpuPerTurn.TotalMicroseconds:F0} µs, "
                        + $"bot {ofBot.TurnsPerSecond:F0}/s {ofBot.CpuPerTurn.TotalMicroseconds:F0} µs"
                );
            }
        }
        report.Print(Console.Out, bare.PeakMemory(), bot.PeakMemory());
        return 0;
    }

    private static async Task WarmAsync(Load load, ChildServer server, int users, CancellationToken cancellationToken)
    {
        TimeSpan before = TimeSpan.MaxValue;
        for (int window = 0; window < MostWindows; window++)
        {
            TimeSpan cost = (await load.RunAsync(server, users, WarmingWindow, cancellationToken)).CpuPerTurn;
            await Console.Error.WriteLineAsync($"warming {server.Name}: {cost.TotalMicroseconds:F0} µs");
            if (cost > Settled * before)
                break;
            before = cost;
        }
    }

    private static int? Number(string[] args, string name) =>
        Option(args, name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;

    private static string? Option(string[] args, string name) =>
        Array.IndexOf(args, name) is var at and >= 0 && at + 1 < args.Length ? args[at + 1] : null;
}
