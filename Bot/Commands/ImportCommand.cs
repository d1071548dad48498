using System.Collections.Immutable;
using AgaBot.Storage.Moving;

namespace AgaBot.Commands;

/// <summary>Imports a file of <see cref="ExportCommand"/> into an empty store. After an interruption, the same command continues.</summary>
internal sealed class ImportCommand(StoreImport import) : IOperatorCommand
{
    public string Name => "import";

    public string Parameters => "FILE";

    public string Purpose => "brings an export into an empty store; after an interruption, the same command goes on";

    public async ValueTask<int> RunAsync(ImmutableArray<string> arguments, TextWriter output, CancellationToken cancellationToken)
    {
        string path = Path.GetFullPath(arguments[0]);
        StoreDigest brought = await import.RunAsync(path, cancellationToken);
        await output.WriteLineAsync($"imported {brought} from {path}; the store was read again and holds the same");
        return ExitCode.Done;
    }
}
