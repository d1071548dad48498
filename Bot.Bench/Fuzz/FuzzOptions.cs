using System.Globalization;

namespace AgaBot.Bench.Fuzz;

/// <summary>What <c>fuzz</c> is asked for.</summary>
/// <param name="Activities">How many are sent.</param>
/// <param name="Seed">The same one makes the same activities in the same order for each person.</param>
/// <param name="Limit">The longest that an answer may take.</param>
internal sealed record FuzzOptions(int Activities, int Seed, TimeSpan Limit)
{
    public const string Usage = "fuzz [--activities N] [--seed N] [--limit SECONDS]";

    /// <summary>Null where an option is unknown or no number.</summary>
    public static FuzzOptions? Read(ReadOnlySpan<string> args)
    {
        FuzzOptions options = new(100_000, Environment.TickCount & 0xFFFFFF, TimeSpan.FromSeconds(1));
        while (args is [string name, string text, ..])
        {
            if (
                !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
                || options.With(name, number) is not { } read
            )
                return null;
            options = read;
            args = args[2..];
        }
        return args.IsEmpty ? options : null;
    }

    private FuzzOptions? With(string name, int number) =>
        name switch
        {
            "--activities" => this with { Activities = number },
            "--seed" => this with { Seed = number },
            "--limit" => this with { Limit = TimeSpan.FromSeconds(number) },
            _ => null,
        };
}
