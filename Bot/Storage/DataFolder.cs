namespace AgaBot.Storage;

/// <summary>
/// The folder of the database file. Files of this server that do not belong in the store stand beside the database; only their owner can
/// read them.
/// </summary>
public sealed record DataFolder(string Path)
{
    /// <summary>The text of the file of this name; where there is no such file yet, the text that is made now.</summary>
    public ValueTask<string> GetOrCreateAsync(string file, Func<string> make, CancellationToken cancellationToken) =>
        OwnersFile.GetOrCreateAsync(System.IO.Path.Combine(Path, file), make, cancellationToken);
}
