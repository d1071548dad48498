using System.Runtime.CompilerServices;
using System.Text.Json;

namespace AgaBot.Storage.Moving;

/// <summary>Reads an export, and checks the checksum of every line.</summary>
internal sealed class ExportReader(string path)
{
    private const string Again = "Copy the file again from where it was written, or export again.";

    /// <summary>Reads the file to its end.</summary>
    /// <exception cref="MovingException">It is no export, or not a whole one; the message names the line.</exception>
    public async ValueTask<StoreDigest> CheckAsync(CancellationToken cancellationToken)
    {
        using var sum = new RunningSum();
        await foreach (ScannedEntity row in ReadAsync(cancellationToken))
            sum.Add(row);
        return sum.Digest;
    }

    /// <summary>The rows in order. The file is known to be complete only after the last row.</summary>
    /// <exception cref="MovingException">A line is invalid; the message names the line.</exception>
    public async IAsyncEnumerable<ScannedEntity> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var lines = new StreamReader(path);
        using var sum = new RunningSum();
        long number = 1;
        if (Parse(await lines.ReadLineAsync(cancellationToken)) is not ExportLine.Head head)
            throw Broken(number, "this is no export of AgaBot. Name the file that 'export' wrote.");
        if (head.V != ExportLine.Head.Version)
            throw Broken(
                number,
                $"the file is of version {head.V}; this program reads {ExportLine.Head.Version}. Import it with the program that wrote it."
            );

        while (true)
        {
            string? line = await lines.ReadLineAsync(cancellationToken);
            if (line is null)
                throw Broken(number, $"the file ends here, and its last line is missing: it was cut off. {Again}");
            number++;
            switch (Parse(line))
            {
                case ExportLine.Row row:
                    ScannedEntity entity = row.ToEntity();
                    if (sum.Add(entity) != row.Sum)
                        throw Broken(
                            number,
                            $"the checksum does not hold: this line was changed, or one before it was taken away, put in or moved. {Again}"
                        );
                    yield return entity;
                    break;

                case ExportLine.End end:
                    if (new StoreDigest(end.Rows, end.Sum) != sum.Digest)
                        throw Broken(
                            number,
                            $"the file says that it holds {new StoreDigest(end.Rows, end.Sum)}, and holds {sum.Digest}. {Again}"
                        );
                    if (await lines.ReadLineAsync(cancellationToken) is not null)
                        throw Broken(number + 1, $"something follows after the end. {Again}");
                    yield break;

                default:
                    throw Broken(number, $"this is no line of an export. {Again}");
            }
        }
    }

    private static ExportLine? Parse(string? line)
    {
        try
        {
            return line is null ? null : JsonSerializer.Deserialize(line, ExportJson.Default.ExportLine);
        }
        catch (Exception fault) when (fault is JsonException or NotSupportedException)
        {
            return null;
        }
    }

    private MovingException Broken(long line, string why) =>
        new(FormattableString.Invariant($"{path}, line {line}: {why} Nothing of it was imported."));
}
