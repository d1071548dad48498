using AgaBot.Storage.Tables;

namespace AgaBot.Storage.Queues;

/// <summary>The address of the queues: one of the first two is set.</summary>
public sealed record QueuePlace(string? ConnectionString, Uri? ServiceUri, string Name)
{
    private const string TableHost = ".table.core.";
    private const string QueueHost = ".queue.core.";

    /// <summary>Null where the settings name a table but no queues: Cosmos DB has no queues.</summary>
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

    /// <summary>
    /// An Azure account has both services; where the address of the tables is given in full, the address of the queues has to be given as
    /// well.
    /// </summary>
    private static bool HasQueues(string connection) =>
        !connection.Contains("TableEndpoint=", StringComparison.OrdinalIgnoreCase)
        || connection.Contains("QueueEndpoint=", StringComparison.OrdinalIgnoreCase);
}
