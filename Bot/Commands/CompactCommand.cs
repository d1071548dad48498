using System.Collections.Immutable;
using AgaBot.Storage;
using AgaBot.Storage.Setup;
using AgaBot.Storage.Sqlite;

namespace AgaBot.Commands;

/// <summary>Writes the SQLite file anew, without free pages and without the bytes of deleted rows.</summary>
internal sealed class CompactCommand(IEntityStore store, StoreInspection inspection) : IOperatorCommand
{
    public string Name => "compact";

    public string Parameters => "";

    public string Purpose => "writes the SQLite file anew, without anything that was deleted; turns wait meanwhile";

    public async ValueTask<int> RunAsync(ImmutableArray<string> arguments, TextWriter output, CancellationToken cancellationToken)
    {
        inspection.RequireSound(cancellationToken);
        if (store is not SqliteStore { Upkeep: var upkeep })
        {
            await output.WriteLineAsync("The data is in Table Storage, which has no file to write anew.");
            return ExitCode.Fault;
        }

        long before = new FileInfo(upkeep.Path).Length;
        upkeep.Rewrite(cancellationToken);
        await output.WriteLineAsync(
            FormattableString.Invariant($"{upkeep.Path}: {before} bytes before, {new FileInfo(upkeep.Path).Length} now")
        );
        return ExitCode.Done;
    }
}
