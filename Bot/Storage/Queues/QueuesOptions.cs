namespace AgaBot.Storage.Queues;

/// <summary>
/// Where work waits that outlives a turn, when Table Storage is chosen: in the same account as the table, unless one of the first two
/// names another. With SQLite it waits in the same file.
/// </summary>
public sealed record QueuesOptions
{
    /// <summary>With the account's key.</summary>
    public string? ConnectionString { get; init; }

    /// <summary><c>https://ACCOUNT.queue.core.windows.net</c>, entered with the machine's identity (role Storage Queue Data Contributor).</summary>
    public Uri? ServiceUri { get; init; }

    /// <summary>Made where it is missing, as the one beside it whose name ends in <c>-poison</c>, for what could not be done.</summary>
    public string Name { get; init; } = "agabot";
}
