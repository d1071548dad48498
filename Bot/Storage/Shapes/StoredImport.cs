namespace AgaBot.Storage.Shapes;

/// <summary>Row <c>mark</c> of partition <c>import</c>: an import that is under way. It goes when the store holds all of the file.</summary>
/// <param name="Sum">Of the file that is imported.</param>
/// <param name="Rows">How many of its rows are certainly there.</param>
internal sealed record StoredImport(int V, string Sum, long Rows) : IStoredRow;
