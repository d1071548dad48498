using AgaBot.Turns;

namespace AgaBot.Storage;

/// <summary>Turns can be kept where the store answers.</summary>
internal sealed class StoreReadiness(IEntityStore store) : IReadiness
{
    public ValueTask CheckAsync(CancellationToken cancellationToken) => store.CheckAsync(cancellationToken);
}
