using AgaBot.Storage.Tables;

namespace AgaBot.Storage.Queues;

/// <summary>Where the queues are: one of the two first says so.</summary>
public sealed record QueuePlace(string? ConnectionString, Uri? ServiceUri, string Name)
{
    private const string TableHost = ".table.core.";
    private const string QueueHost = ".queue.core.";

    /// <summary>Null where the settings name a table and do not say where the queues are: Cosmos DB has none.</summary>
    public static QueuePlace? Of(TablesOptions tables, QueuesOptions queues) =>
        (tables, queues) switch
        {
            (_, { ConnectionString: { } connection }) => new(connection, null, queues.Name),
            (_, { ServiceUri: { } uri }) => new(null, uri, queues.Name),
            ({ ConnectionString: { } connection }, _) when HasQueues(connection) => new(connection, null, queues.Name),
            ({ ServiceUri: { } uri }, _) when uri.Host.Contains(TableHost, StringComparison.OrdinalIgnoreCase) => new(
                null,
                new UriBuilder(uri) { Host = uri.Host.Replace(TableHost, QueueHost, StringComparison.OrdinalIgnoreCase) }.Uri,
                queues.Name
            ),
            _ => null,
        };

    /// <summary>An account of Azure has both; where the table's address is written out, the queue's has to be as well.</summary>
    private static bool HasQueues(string connection) =>
        !connection.Contains("TableEndpoint=", StringComparison.OrdinalIgnoreCase)
        || connection.Contains("QueueEndpoint=", StringComparison.OrdinalIgnoreCase);
}
