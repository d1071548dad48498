using System.Globalization;

namespace AgaBot.Bench.Faults;

/// <summary>What <c>faults</c> is asked for.</summary>
/// <param name="Tables">Table Storage (Azurite, started by the command) in place of SQLite.</param>
/// <param name="Kills">How often an instance is killed; without kills, the people talk for <paramref name="Seconds"/>.</param>
/// <param name="Percent">
/// Percentage of the calls to the store and to the connector that go wrong. 100 is an outage of both in the middle of the run.
/// </param>
/// <param name="Seed">The same one makes the same people say the same things, and draws the same moments to kill at.</param>
internal sealed record FaultsOptions(bool Tables, int Kills, int People, int Instances, int Percent, int Seconds, int Seed)
{
    public const string Usage =
        "faults [--store sqlite|tables] [--kills N] [--people N] [--instances N] [--percent N] [--seconds N] [--seed N]";

    /// <returns>Null where an option is unknown or its value invalid.</returns>
    public static FaultsOptions? Read(ReadOnlySpan<string> args)
    {
        FaultsOptions options = new(
            Tables: false,
            Kills: 0,
            People: 24,
            Instances: 1,
            Percent: 0,
            Seconds: 0,
            Environment.TickCount & 0xFFFFFF
        );
        return CommandOptions.Read(args, options, static (read, name, value) => read.With(name, value)) is { CanRun: true } given
            ? given
            : null;
    }

    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"faults --store {(Tables ? "tables" : "sqlite")} --kills {Kills} --people {People} "
                + $"--instances {Instances} --percent {Percent} --seconds {Seconds} --seed {Seed}"
        );

    /// <summary>Only one instance can use a SQLite file.</summary>
    private bool CanRun => (Tables || Instances == 1) && Instances > 0 && People > 0 && Percent <= 100;

    private FaultsOptions? With(string name, string value) =>
        (name, value) switch
        {
            ("--store", "sqlite") => this with { Tables = false },
            ("--store", "tables") => this with { Tables = true },
            _ when CommandOptions.NumberIn(value) is { } number => With(name, number),
            _ => null,
        };

    private FaultsOptions? With(string name, int number) =>
        name switch
        {
            "--kills" => this with { Kills = number },
            "--people" => this with { People = number },
            "--instances" => this with { Instances = number },
            "--percent" => this with { Percent = number },
            "--seconds" => this with { Seconds = number },
            "--seed" => this with { Seed = number },
            _ => null,
        };
}
