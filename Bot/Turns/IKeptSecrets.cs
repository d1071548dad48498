namespace AgaBot.Turns;

/// <summary>Secrets that the bot makes for itself once and keeps with its data, so that what they sealed outlives a restart.</summary>
/// <exception cref="StoreUnavailableException">The store cannot be reached.</exception>
public interface IKeptSecrets
{
    /// <summary>The secret of this name; where there is none yet, the one made now, or by whoever was faster.</summary>
    ValueTask<string> GetOrCreateAsync(string name, Func<string> make, CancellationToken cancellationToken);
}
