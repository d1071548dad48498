using System.Collections.Immutable;
using AgaBot.Storage.Moving;
using AgaBot.Storage.Setup;

namespace AgaBot.Commands;

/// <summary>Writes all data of the store to a file, from any kind of store.</summary>
internal sealed class ExportCommand(StoreExport export, StoreInspection inspection) : IOperatorCommand
{
    public string Name => "export";

    public string Parameters => "FILE";

    public string Purpose => "writes all data into a new file, keys and codes included: keep it as you keep the store";

    public async ValueTask<int> RunAsync(ImmutableArray<string> arguments, TextWriter output, CancellationToken cancellationToken)
    {
        inspection.RequireSound(cancellationToken);
        string path = Path.GetFullPath(arguments[0]);
        StoreDigest written = await export.RunAsync(path, cancellationToken);
        await output.WriteLineAsync($"exported {written} to {path}");
        await output.WriteLineAsync(
            "The file holds everything, the keys of the page's tokens and the coordinator's code too. "
                + "Only its owner may read it: keep it so."
        );
        return ExitCode.Done;
    }
}
