namespace AgaBot.Turns.Persistence;

/// <summary>Stores secrets that the bot generates once, so that what they sign stays valid across a restart.</summary>
/// <exception cref="StoreUnavailableException">The store cannot be reached.</exception>
public interface IKeptSecrets
{
    /// <summary>The secret of this name. Where there is none yet, stores the one that this or another instance makes first.</summary>
    ValueTask<string> GetOrCreateAsync(string name, Func<string> make, CancellationToken cancellationToken);
}
