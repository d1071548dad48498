namespace AgaBot.Storage;

/// <summary>The folder of the database file, where what belongs to this server and not to the store stands beside it; for its owner alone.</summary>
public sealed record DataFolder(string Path)
{
    /// <summary>What a file of this name says; where there is none yet, what is made now.</summary>
    public ValueTask<string> GetOrCreateAsync(string file, Func<string> make, CancellationToken cancellationToken) =>
        OwnersFile.GetOrCreateAsync(System.IO.Path.Combine(Path, file), make, cancellationToken);
}
