namespace AgaBot.Storage.Queues;

/// <summary>
/// The queues of work that outlives a turn, when Table Storage is chosen: in the account of the table, unless one of the first two settings
/// names another. With SQLite the queue is in the same file.
/// </summary>
public sealed record QueuesOptions
{
    /// <summary>A connection string with the account's key.</summary>
    public string? ConnectionString { get; init; }

    /// <summary>
    /// <c>https://ACCOUNT.queue.core.windows.net</c>, accessed with the machine's identity (role Storage Queue Data Contributor).
    /// </summary>
    public Uri? ServiceUri { get; init; }

    /// <summary>
    /// The name of the queue. It is created where it is missing, and so is a second queue whose name ends in <c>-poison</c>, for work that
    /// failed.
    /// </summary>
    public string Name { get; init; } = "agabot";
}
