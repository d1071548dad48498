using System.Collections.Immutable;
using AgaBot.Storage;
using AgaBot.Storage.Setup;
using AgaBot.Storage.Sqlite;

namespace AgaBot.Commands;

/// <summary>Makes a consistent copy of the SQLite file while the bot runs.</summary>
internal sealed class BackupCommand(IEntityStore store, StoreInspection inspection) : IOperatorCommand
{
    public string Name => "backup";

    public string Parameters => "FILE";

    public string Purpose => "checks the SQLite file and copies it while the bot runs";

    public async ValueTask<int> RunAsync(ImmutableArray<string> arguments, TextWriter output, CancellationToken cancellationToken)
    {
        inspection.RequireSound(cancellationToken);
        if (store is not SqliteStore sqlite)
        {
            await output.WriteLineAsync("The data is in Table Storage, which keeps its own copies; 'export FILE' writes it into a file.");
            return ExitCode.Fault;
        }

        string path = Path.GetFullPath(arguments[0]);
        long rows = await sqlite.BackUpAsync(path, cancellationToken);
        await output.WriteLineAsync($"backed up {rows} rows to {path}");
        return ExitCode.Done;
    }
}
