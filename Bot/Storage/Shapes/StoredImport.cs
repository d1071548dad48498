namespace AgaBot.Storage.Shapes;

/// <summary>
/// Row <c>mark</c> of partition <c>import</c>: an import that is under way. The row is deleted when the store holds all rows of the file.
/// </summary>
/// <param name="Sum">The checksum of the imported file.</param>
/// <param name="Rows">How many rows of the file are certainly in the store.</param>
internal sealed record StoredImport(int V, string Sum, long Rows) : IStoredRow;
