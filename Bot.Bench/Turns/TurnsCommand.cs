using System.Globalization;

namespace AgaBot.Bench.Turns;

/// <summary>
/// <c>turns</c>: people talk the ficha to the bot over HTTP, and to a bare endpoint that parses the activity and posts a fixed reply.
/// Both are processes of their own, measured in turn within each round, so that a machine whose speed drifts is fair to both.
/// </summary>
internal static class TurnsCommand
{
    private const int Rounds = 3;
    private static readonly int[] UsualUsers = [1, 16, 64];
    /// <summary>Long enough for the compiler to have made its last version of what is called at each turn.</summary>
    private static readonly TimeSpan Warmup = TimeSpan.FromSeconds(10);

    public static async Task<int> RunAsync(string[] args, CancellationToken cancellationToken)
    {
        int seconds = Number(args, "--seconds") ?? 6;
        int[] counts = Number(args, "--users") is { } only ? [only] : UsualUsers;
        var window = TimeSpan.FromSeconds(seconds);
        await using var sink = await ConnectorSink.StartAsync(cancellationToken);
        using var data = new TemporaryFolder();
        await using ChildServer bare = ChildServer.Bare();
        await using ChildServer bot = ChildServer.Bot(Path.Combine(data.Path, "bench.db"));
        using var load = new Load(sink, Option(args, "--channel") ?? "sms");

        TimeSpan bareFirst = await load.FirstReplyAsync(bare, cancellationToken);
        TimeSpan botFirst = await load.FirstReplyAsync(bot, cancellationToken);
        await load.RunAsync(bare, counts[^1], Warmup, cancellationToken);
        await load.RunAsync(bot, counts[^1], Warmup, cancellationToken);

        var report = new Report(bareFirst, botFirst);
        for (int round = 1; round <= Rounds; round++)
        {
            foreach (int users in counts)
            {
                Measurement ofBare = await load.RunAsync(bare, users, window, cancellationToken);
                Measurement ofBot = await load.RunAsync(bot, users, window, cancellationToken);
                report.Add(users, ofBare, ofBot);
                await Console.Error.WriteLineAsync($"round {round}, {users} users: bare {ofBare.TurnsPerSecond:F0}/s {ofBare.CpuPerTurn.TotalMicroseconds:F0} µs, bot {ofBot.TurnsPerSecond:F0}/s {ofBot.CpuPerTurn.TotalMicroseconds:F0} µs");
            }
        }
        report.Print(Console.Out, bare.PeakMemory(), bot.PeakMemory());
        return 0;
    }

    private static int? Number(string[] args, string name) => Option(args, name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;

    private static string? Option(string[] args, string name) =>
        Array.IndexOf(args, name) is var at and >= 0 && at + 1 < args.Length ? args[at + 1] : null;
}
