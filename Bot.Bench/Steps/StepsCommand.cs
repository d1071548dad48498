using System.Diagnostics;
using System.Globalization;
using AgaBot.Bench.Turns;
using AgaBot.Channels;
using AgaBot.Dialogs.Deciding;
using AgaBot.Dialogs.Inputs;
using AgaBot.Plans.Hosting;
using AgaBot.Storage;
using AgaBot.Storage.Setup;
using AgaBot.Turns;
using AgaBot.Turns.Requests;
using AgaBot.Turns.Running;
using AgaBot.Turns.Sending;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace AgaBot.Bench.Steps;

/// <summary>
/// Measures the turn of each message of a ficha, in this process, with an in-memory store and a channel that accepts every reply. One
/// person
/// talks at a time, so that a measurement covers one turn only.
/// </summary>
internal static class StepsCommand
{
    public const string Usage = "steps [--people N] [--cards]";

    private const int FichasEach = 3;

    public static async Task<int> RunAsync(string[] options, TextWriter output, CancellationToken cancellationToken)
    {
        int people = Array.IndexOf(options, "--people") is var at and >= 0 ? int.Parse(options[at + 1], CultureInfo.InvariantCulture) : 400;
        var store = new MemoryStore();
        await using WebApplication app = BotOn(store);
        // The only background service for which turns wait.
        await ((IHostedService)app.Services.GetRequiredService<RunHeartbeat>()).StartAsync(cancellationToken);
        ITurnRunner turns = app.Services.GetRequiredService<ITurnRunner>();
        var sender = new DiscardingSender(options.Contains("--cards"));

        string[] words = [.. FichaTalk.Endless().Take(FichaTalk.LengthOfFirst + (FichaTalk.Length * FichasEach))];
        var costs = words.Select(_ => new List<Cost>()).ToArray();
        int warm = people / 2;
        TimeSpan cpu = default;
        for (int person = 0; person < people; person++)
        {
            if (person == warm)
                cpu = Environment.CpuUsage.TotalTime;
            for (int said = 0; said < words.Length; said++)
                costs[said].Add(await TakeAsync(turns, sender, store, Request($"p{person}", said, words[said]), cancellationToken));
        }

        double cpuEach = (Environment.CpuUsage.TotalTime - cpu).TotalMicroseconds / ((people - warm) * words.Length);

        await output.WriteLineAsync("| message | µs | KB allocated | reads | writes | bytes written |\n|---|---|---|---|---|---|");
        var last = new List<Cost>();
        for (int said = words.Length - FichaTalk.Length; said < words.Length; said++)
        {
            Cost cost = Cost.Middle(costs[said].Skip(warm));
            last.Add(cost);
            await output.WriteLineAsync(cost.Line(words[said]));
        }
        await output.WriteLineAsync(Cost.Mean(last).Line("**on average**"));
        await output.WriteLineAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"\nAll of the process, the collector and the store in memory included: {cpuEach:F0} µs of processor a turn."
            )
        );
        return 0;
    }

    private static async ValueTask<Cost> TakeAsync(
        ITurnRunner turns,
        DiscardingSender sender,
        MemoryStore store,
        TurnRequest request,
        CancellationToken cancellationToken
    )
    {
        store.Use = new();
        long allocated = GC.GetAllocatedBytesForCurrentThread();
        long started = Stopwatch.GetTimestamp();
        TurnResult result = await turns.RunAsync(request, sender, cancellationToken);
        await result.Sending;
        TimeSpan took = Stopwatch.GetElapsedTime(started);
        return new(
            took.TotalMicroseconds,
            (GC.GetAllocatedBytesForCurrentThread() - allocated) / 1024.0,
            store.Use.Reads,
            store.Use.Writes,
            store.Use.Bytes
        );
    }

    private static TurnRequest Request(string person, int said, string words)
    {
        string id = string.Create(CultureInfo.InvariantCulture, $"{person}-{said}");
        var here = new ConversationReference(
            "sms",
            "http://127.0.0.1:1",
            $"c-{person}",
            person,
            UserName: null,
            "bot",
            BotName: null,
            "es-PE",
            id
        );
        return new(new UserInput.Typed(words), id, "es-PE", here with { IsPrivate = true });
    }

    /// <summary>The parts of the bot that run a turn, with another store.</summary>
    private static WebApplication BotOn(MemoryStore store)
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder(
            new WebApplicationOptions
            {
                ContentRootPath = AppContext.BaseDirectory,
                Args = [QuietServer.WatchNothing, "--Logging:LogLevel:Default=Warning", "--Logging:LogLevel:AgaBot=Warning"],
            }
        );
        builder.Services.AddPlan(builder.Configuration);
        builder.Services.AddEntityStore(builder.Configuration);
        builder.Services.AddRecords();
        builder.Services.AddDialogs();
        builder.Services.AddCoordinatorCode();
        builder.Services.AddTurns(builder.Configuration);
        builder.Services.AddChannels(builder.Configuration);
        builder.Services.Replace(ServiceDescriptor.Singleton<IEntityStore>(store));
        return builder.Build();
    }

    private sealed record Cost(double Microseconds, double Kilobytes, double Reads, double Writes, double Bytes)
    {
        public static Cost Middle(IEnumerable<Cost> costs) =>
            Each([.. costs], static figures => figures.Order().ElementAt(figures.Length / 2));

        public static Cost Mean(IEnumerable<Cost> costs) => Each([.. costs], static figures => figures.Average());

        public string Line(string words)
        {
            string shown = words.ReplaceLineEndings(" ");
            return string.Create(
                CultureInfo.InvariantCulture,
                $"| {(shown.Length > 40 ? shown[..40] + "…" : shown)} | {Microseconds:F0} "
                    + $"| {Kilobytes:F1} | {Reads:F1} | {Writes:F1} | {Bytes:F0} |"
            );
        }

        private static Cost Each(Cost[] costs, Func<double[], double> of)
        {
            return new(
                Of(cost => cost.Microseconds),
                Of(cost => cost.Kilobytes),
                Of(cost => cost.Reads),
                Of(cost => cost.Writes),
                Of(cost => cost.Bytes)
            );

            double Of(Func<Cost, double> figure) => of([.. costs.Select(figure)]);
        }
    }
}
