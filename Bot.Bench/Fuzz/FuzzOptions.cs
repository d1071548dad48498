namespace AgaBot.Bench.Fuzz;

/// <summary>Options of <c>fuzz</c>.</summary>
/// <param name="Activities">Number of activities to send.</param>
/// <param name="Seed">The same seed makes the same activities in the same order for each person.</param>
/// <param name="Limit">Maximum time of a response.</param>
internal sealed record FuzzOptions(int Activities, int Seed, TimeSpan Limit)
{
    public const string Usage = "fuzz [--activities N] [--seed N] [--limit SECONDS]";

    /// <returns>Null where an option is unknown or its value is no number.</returns>
    public static FuzzOptions? Read(ReadOnlySpan<string> args) =>
        CommandOptions.ReadNumbers(
            args,
            new FuzzOptions(100_000, Environment.TickCount & 0xFFFFFF, TimeSpan.FromSeconds(1)),
            static (options, name, number) => options.With(name, number)
        );

    private FuzzOptions? With(string name, int number) =>
        name switch
        {
            "--activities" => this with { Activities = number },
            "--seed" => this with { Seed = number },
            "--limit" => this with { Limit = TimeSpan.FromSeconds(number) },
            _ => null,
        };
}
