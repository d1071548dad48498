namespace AgaBot.Bench.Attacks;

/// <summary>Options of <c>attack</c>.</summary>
/// <param name="Length">Duration of the attacks.</param>
/// <param name="People">Number of people who fill fichas meanwhile.</param>
/// <param name="Limit">Maximum time that 99 of 100 turns of these people may take.</param>
/// <param name="Only">The name of the only attack to run; null to run all at once.</param>
internal sealed record AttackOptions(TimeSpan Length, int People, TimeSpan Limit, string? Only)
{
    public const string Usage = "attack [--seconds N] [--people N] [--limit MILLISECONDS] [--only NAME]";

    /// <returns>Null where an option is unknown or its value invalid.</returns>
    public static AttackOptions? Read(ReadOnlySpan<string> args) =>
        CommandOptions.Read(
            args,
            new AttackOptions(TimeSpan.FromMinutes(10), People: 20, TimeSpan.FromSeconds(1), Only: null),
            static (options, name, value) => options.With(name, value)
        );

    private AttackOptions? With(string name, string value)
    {
        if (name == "--only")
            return this with { Only = value };
        if (CommandOptions.NumberIn(value) is not { } number || number == 0)
            return null;
        return name switch
        {
            "--seconds" => this with { Length = TimeSpan.FromSeconds(number) },
            "--people" => this with { People = number },
            "--limit" => this with { Limit = TimeSpan.FromMilliseconds(number) },
            _ => null,
        };
    }
}
