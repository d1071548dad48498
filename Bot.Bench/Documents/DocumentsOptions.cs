using System.Globalization;

namespace AgaBot.Bench.Documents;

/// <summary>Options of <c>documents</c>.</summary>
/// <param name="Files">Number of files and texts to read.</param>
/// <param name="Seed">The seed of the first; each further one has the next.</param>
/// <param name="Largest">Maximum size of a generated input in bytes, unpacked.</param>
internal sealed record DocumentsOptions(int Files, int Seed, int Largest)
{
    public const string Usage = "documents [--files N] [--seed N] [--largest BYTES]";

    /// <returns>Null if an option is unknown or its value is no number.</returns>
    public static DocumentsOptions? Read(ReadOnlySpan<string> args)
    {
        DocumentsOptions options = new(100_000, 1, 2 * 1024 * 1024);
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

    private DocumentsOptions? With(string name, int number) =>
        name switch
        {
            "--files" => this with { Files = number },
            "--seed" => this with { Seed = number },
            "--largest" => this with { Largest = number },
            _ => null,
        };
}
