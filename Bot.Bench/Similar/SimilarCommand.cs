using System.Diagnostics;
using System.Globalization;
using AgaBot.Bench.Turns;
using AgaBot.Plans;
using AgaBot.Plans.Files;
using AgaBot.Plans.Similar;
using AgaBot.Plans.Suggestions;
using AgaBot.Storage.Records.Changes;
using AgaBot.Storage.Records.Proposals;
using AgaBot.Storage.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace AgaBot.Bench.Similar;

/// <summary>Measures the search for similar proposals at a review, for plans of different sizes: the first search and later ones.</summary>
internal static class SimilarCommand
{
    public const string Usage = "similar [--queries N]";

    private const int Warming = 3_000;

    /// <summary>Number of measured reviews that follow a new ficha.</summary>
    private const int Afterwards = 25;

    private static readonly int[] Sizes = [10, 100, 1_000, 10_000];

    public static async Task<int> RunAsync(string[] options, TextWriter output, CancellationToken cancellationToken)
    {
        int queries = options is ["--queries", var number] ? int.Parse(number, CultureInfo.InvariantCulture) : 300;
        SuggestionRules rules = AdviceFile.Read(
            await File.ReadAllBytesAsync(Beside("advice", "proposals.json"), cancellationToken),
            "proposals.json"
        );
        Plan plan = PlanFile.Read(
            await File.ReadAllBytesAsync(Beside("plans", "la-libertad-2016.json"), cancellationToken),
            "la-libertad-2016.json"
        );
        await output.WriteLineAsync(
            "| fichas | first review ms | the same, read beforehand | p50 ms | p99 ms | after one more ficha, p50 "
                + "ms | index MB |\n|---|---|---|---|---|---|---|"
        );
        // Compiles the code before the measurement.
        await MeasureAsync(plan, rules, Sizes[1], Warming, cancellationToken);
        foreach (int size in Sizes)
            await output.WriteLineAsync(await MeasureAsync(plan, rules, size, queries, cancellationToken));
        var made = new SyntheticFicha(seed: 7);
        foreach (int size in Sizes)
            await output.WriteLineAsync(MissedCheck.Run([.. Enumerable.Range(0, size).Select(made.Next)], made, rules.Vocabulary));
        return 0;
    }

    private static async Task<string> MeasureAsync(
        Plan plan,
        SuggestionRules rules,
        int size,
        int queries,
        CancellationToken cancellationToken
    )
    {
        using var folder = new TemporaryFolder();
        using var store = new SqliteStore(
            new SqliteOptions { Path = Path.Combine(folder.Path, "similar.db"), Synchronous = SqliteSynchronous.Normal }
        );
        var ledger = new PlanLedger(store, plan, TimeProvider.System);
        var made = new SyntheticFicha(seed: 7);
        for (int number = 0; number < size; number++)
            await ledger.ApplyAsync(new ProposalSubmitted(made.Next(number)), DateTimeOffset.UnixEpoch, cancellationToken);

        long before = GC.GetTotalMemory(forceFullCollection: true);
        using var similar = new SimilarProposals(new PublicProposals(store, plan), rules, NullLogger<SimilarProposals>.Instance);
        double first = await TimeAsync(similar, made.Next(size), cancellationToken);
        double index = (GC.GetTotalMemory(forceFullCollection: true) - before) / 1_048_576.0;

        double[] times = new double[queries];
        for (int query = 0; query < queries; query++)
            times[query] = await TimeAsync(similar, made.Next(size + 1 + query), cancellationToken);
        Array.Sort(times);
        double[] afters = new double[Afterwards];
        for (int more = 0; more < Afterwards; more++)
        {
            await ledger.ApplyAsync(
                new ProposalSubmitted(made.Next(size + queries + 1 + more)),
                DateTimeOffset.UnixEpoch,
                cancellationToken
            );
            afters[more] = await TimeAsync(similar, made.Next(size + (2 * queries) + more), cancellationToken);
        }
        Array.Sort(afters);

        using var warmed = new SimilarProposals(new PublicProposals(store, plan), rules, NullLogger<SimilarProposals>.Instance);
        warmed.Warm();
        // Waits until the proposals are read.
        await warmed.NewestAsync(1, cancellationToken);
        double beforehand = await TimeAsync(warmed, made.Next(size + (3 * queries)), cancellationToken);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {size} | {first:F1} | {beforehand:F2} | {times[queries / 2]:F2} | {times[queries * 99 / 100]:F2} "
                + $"| {afters[Afterwards / 2]:F2} | {index:F1} |"
        );
    }

    private static async Task<double> TimeAsync(SimilarProposals similar, Proposal like, CancellationToken cancellationToken)
    {
        long started = Stopwatch.GetTimestamp();
        await similar.NearestAsync(new ProposalText(like.Answers), cancellationToken);
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    private static string Beside(string folder, string file) => Path.Combine(AppContext.BaseDirectory, folder, file);
}
