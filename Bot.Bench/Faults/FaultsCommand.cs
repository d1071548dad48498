using System.Diagnostics;
using System.Globalization;
using AgaBot.Bench.Processes;
using AgaBot.Bench.Turns;

namespace AgaBot.Bench.Faults;

/// <summary>
/// <c>faults</c>: people talk to the bot while it is killed, while its connections to the store and to the channel fail, or both. Then the
/// command compares the stored data with what the people were promised. The exit code is 1 if anything was lost, doubled, counted wrong,
/// answered in two ways, or never sent.
/// </summary>
internal static class FaultsCommand
{
    private const string Coordinator = "Coordinadora";
    private const string Code = "TRUJILLO-2016";
    private const int Shown = 10;

    public static async Task<int> RunAsync(BotProgram program, FaultsOptions options, CancellationToken cancellationToken)
    {
        await Console.Out.WriteLineAsync(options.ToString());
        using var data = new TemporaryFolder();
        await using Azurite? azurite = options.Tables ? await Azurite.StartAsync(NodeFolder(), cancellationToken) : null;
        await using Inbox inbox = await Inbox.StartAsync(cancellationToken);
        await using FaultyProxy toChannel = await FaultyProxy.StartAsync(inbox.Address, new Random(options.Seed), cancellationToken);
        await using FaultyProxy? toStore = azurite is null
            ? null
            : await FaultyProxy.StartAsync(
                new Uri($"http://127.0.0.1:{azurite.TablePort}"),
                new Random(options.Seed + 1),
                cancellationToken
            );
        FaultyProxy[] ways = toStore is null ? [toChannel] : [toChannel, toStore];

        string database = Path.Combine(data.Path, "faults.db");
        (string, string)[] Settings(int? port) =>
            port is { } tables
                ? [("Storage__Tables__ConnectionString", azurite!.ConnectionString(tables))]
                : [("Storage__Sqlite__Path", database)];
        await using var fleet = new Fleet(
            program,
            options.Instances,
            [.. Settings(options.Percent > 0 ? toStore?.Address.Port : azurite?.TablePort), ("Coordinators__AccessCode", Code)]
        );
        using var wire = new Wire(fleet, options.Percent > 0 ? toChannel.Address : inbox.Address);
        Townsperson[] people =
        [
            .. Enumerable.Range(1, options.People).Select(number => new Townsperson(number, options.Seed, wire, inbox)),
        ];

        await OpenConsultationsAsync(wire, cancellationToken);
        long started = Stopwatch.GetTimestamp();
        await RunAsync(options, fleet, wire, people, ways, cancellationToken);
        TimeSpan took = Stopwatch.GetElapsedTime(started);
        await fleet.StopAsync();

        await using var kept = new KeptState(Settings(azurite?.TablePort));
        Verdict verdict = await JudgeAsync(kept, people, cancellationToken);
        int acknowledged = people.Sum(person => person.Promises.Acknowledged);
        string[] unheard =
        [
            .. people.SelectMany(person =>
                person.Acknowledged.Where(id => !inbox.WasAnswered(person.ConversationId, id)).Select(id => $"{person.Id} {id}")
            ),
        ];
        await Console.Out.WriteLineAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{took.TotalSeconds:F0} s, {options.Kills} kills, {acknowledged} activities acknowledged "
                    + $"({people.Sum(person => person.PressedCards)} by cards) in {wire.Deliveries} deliveries "
                    + $"of which {wire.Failures} failed; "
                    + $"{people.Sum(person => person.Promises.Submitted.Count)} fichas and aportes, "
                    + $"{people.Sum(person => person.Promises.Responses.Count)} responses, {inbox.Repeated} replies repeated, "
                    + $"{unheard.Length} activities never answered"
            )
        );
        if (options.Percent > 0)
            await Console.Out.WriteLineAsync(
                string.Join(
                    ", ",
                    ways.Select(way =>
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"{(way == toStore ? "store" : "connector")}: {way.Spoilt} of {way.Calls} calls spoilt"
                        )
                    )
                )
            );
        string[] differing = [.. inbox.Differing];
        await PrintAsync("lost", verdict.Lost);
        await PrintAsync("doubled", verdict.Doubled);
        await PrintAsync("drift", verdict.Drift);
        await PrintAsync("answered in two ways", differing);
        await PrintAsync("left unsent", verdict.Unsent);
        await Console.Out.WriteLineAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{verdict.Lost.Count} lost, {verdict.Doubled.Count} doubled, {verdict.Drift.Count} drift, "
                    + $"{differing.Length} differing, {verdict.Unsent.Count} unsent; seed {options.Seed}"
            )
        );
        return verdict.Lost.Count + verdict.Doubled.Count + verdict.Drift.Count + differing.Length + verdict.Unsent.Count == 0 ? 0 : 1;
    }

    private static async Task RunAsync(
        FaultsOptions options,
        Fleet fleet,
        Wire wire,
        Townsperson[] people,
        FaultyProxy[] ways,
        CancellationToken cancellationToken
    )
    {
        using var enough = new CancellationTokenSource();
        Task living = Task.WhenAll(
            people.Select(person => Task.Run(() => person.LiveAsync(enough.Token, cancellationToken), cancellationToken))
        );
        Task faults = Task.WhenAll(
            new Killer(fleet, wire, new Random(options.Seed)).RunAsync(options.Kills, cancellationToken),
            SpoilAsync(options, ways, cancellationToken)
        );
        // A person whose conversation fails ends the run.
        await await Task.WhenAny(living, faults);
        await enough.CancelAsync();
        await living;
    }

    /// <summary>An outage (100 percent) lasts the middle third of the run; any other percentage the whole run.</summary>
    private static async Task SpoilAsync(FaultsOptions options, FaultyProxy[] ways, CancellationToken cancellationToken)
    {
        TimeSpan third = TimeSpan.FromSeconds(options.Seconds) / 3;
        Spoil(options.Percent == 100 ? 0 : options.Percent);
        await Task.Delay(third, cancellationToken);
        Spoil(options.Percent);
        await Task.Delay(third, cancellationToken);
        Spoil(options.Percent == 100 ? 0 : options.Percent);
        await Task.Delay(third, cancellationToken);

        void Spoil(int percent)
        {
            foreach (FaultyProxy way in ways)
                way.Percent = percent;
        }
    }

    private static async Task<Verdict> JudgeAsync(KeptState kept, Townsperson[] people, CancellationToken cancellationToken)
    {
        var verdict = new Verdict(kept, people);
        await verdict.ReachAsync(cancellationToken);
        return verdict;
    }

    private static async Task OpenConsultationsAsync(Wire wire, CancellationToken cancellationToken)
    {
        string[] talk =
        [
            $"coordinador {Code}",
            "nueva consulta",
            "¿Qué debe atenderse primero?",
            "opciones",
            string.Join('\n', Script.Options),
            "enviar",
            "nueva consulta",
            "¿Qué espera de este plan?",
            "abierta",
            "enviar",
        ];
        for (int i = 0; i < talk.Length; i++)
            await wire.DeliverAsync(
                wire.Activity(Coordinator, string.Create(CultureInfo.InvariantCulture, $"m{i}"), talk[i], null),
                Random.Shared,
                cancellationToken
            );
    }

    /// <exception cref="DirectoryNotFoundException">The tests' npm packages are missing; the test command installs them.</exception>
    private static string NodeFolder()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string node = Path.Combine(folder.FullName, "Bot.Tests", "Node");
            if (Directory.Exists(Path.Combine(node, "node_modules", "azurite")))
                return node;
        }
        throw new DirectoryNotFoundException("Bot.Tests/Node/node_modules/azurite is missing: npm ci --prefix Bot.Tests/Node.");
    }

    private static async Task PrintAsync(string what, IReadOnlyCollection<string> found)
    {
        foreach (string one in found.Take(Shown))
            await Console.Out.WriteLineAsync($"{what}: {one}");
    }
}
