namespace AgaBot.Turns.Persistence;

/// <summary>Checks whether turns can be committed at this moment.</summary>
public interface IReadiness
{
    /// <exception cref="StoreUnavailableException">The store cannot be reached.</exception>
    /// <exception cref="UnknownVersionException">A newer version of the program owns the store.</exception>
    ValueTask CheckAsync(CancellationToken cancellationToken);

    /// <summary>The result of the last check of the whole store, for the operator, in a line.</summary>
    string Remark { get; }
}
