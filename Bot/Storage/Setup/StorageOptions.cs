using AgaBot.Storage.Queues;
using AgaBot.Storage.Sqlite;
using AgaBot.Storage.Tables;

namespace AgaBot.Storage.Setup;

/// <summary>Section <c>Storage</c>: the embedded SQLite file, unless Table Storage is named.</summary>
public sealed record StorageOptions
{
    public const string Section = "Storage";

    public SqliteOptions Sqlite { get; init; } = new();

    public TablesOptions Tables { get; init; } = new();

    public QueuesOptions Queues { get; init; } = new();
}
