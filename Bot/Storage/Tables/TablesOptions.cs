namespace AgaBot.Storage.Tables;

/// <summary>Azure Table Storage, Cosmos DB for Table, or Azurite. Setting one of the first two chooses it over SQLite.</summary>
public sealed record TablesOptions
{
    /// <summary>A connection string with the account's key: for Azurite, or for an account without identities.</summary>
    public string? ConnectionString { get; init; }

    /// <summary>
    /// <c>https://ACCOUNT.table.core.windows.net</c>, accessed with the machine's identity (role Storage Table Data Contributor).
    /// </summary>
    public Uri? ServiceUri { get; init; }

    /// <summary>The table that holds all rows; it is created where it is missing.</summary>
    public string Name { get; init; } = "agabot";

    /// <summary>How long one attempt of three may take, so that a turn does not hang on a dead network.</summary>
    public TimeSpan NetworkTimeout { get; init; } = TimeSpan.FromSeconds(4);

    public bool IsNamed => ConnectionString is not null || ServiceUri is not null;
}
