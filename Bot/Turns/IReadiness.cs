namespace AgaBot.Turns;

/// <summary>Says whether turns can be kept at this moment.</summary>
public interface IReadiness
{
    /// <exception cref="StoreUnavailableException">They cannot.</exception>
    /// <exception cref="UnknownVersionException">They cannot: a newer version keeps them.</exception>
    ValueTask CheckAsync(CancellationToken cancellationToken);
}
