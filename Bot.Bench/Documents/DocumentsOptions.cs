namespace AgaBot.Bench.Documents;

/// <summary>Options of <c>documents</c>.</summary>
/// <param name="Files">Number of files and texts to read.</param>
/// <param name="Seed">The seed of the first; each further one has the next.</param>
/// <param name="Largest">Maximum size of a generated input in bytes, unpacked.</param>
internal sealed record DocumentsOptions(int Files, int Seed, int Largest)
{
    public const string Usage = "documents [--files N] [--seed N] [--largest BYTES]";

    /// <returns>Null if an option is unknown or its value is no number.</returns>
    public static DocumentsOptions? Read(ReadOnlySpan<string> args) =>
        CommandOptions.ReadNumbers(
            args,
            new DocumentsOptions(100_000, 1, 2 * 1024 * 1024),
            static (o, name, number) => o.With(name, number)
        );

    private DocumentsOptions? With(string name, int number) =>
        name switch
        {
            "--files" => this with { Files = number },
            "--seed" => this with { Seed = number },
            "--largest" => this with { Largest = number },
            _ => null,
        };
}
