using AgaBot.Turns.Persistence;
using AgaBot.Turns.State;

namespace AgaBot.Turns.Retention;

/// <summary>Remembers how far something has come that is done for everybody now and then, by one instance at a time.</summary>
/// <exception cref="StoreUnavailableException">Any member, when the store cannot be reached.</exception>
public interface IRounds
{
    /// <summary>The round as it stands; where there was none yet, one that has ended just now: what is new has nothing old.</summary>
    ValueTask<Round> FindAsync(string name, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Writes it as it is now. Null where another instance was faster.</summary>
    ValueTask<Round?> ChangeAsync(Round round, CancellationToken cancellationToken);
}

/// <param name="Done">Slices of <see cref="IPeopleScan"/> that were gone through since <paramref name="Began"/>.</param>
/// <param name="Until">Whoever has it works on it until then; afterwards it is anybody's.</param>
/// <param name="Mark">By which the store knows whether it has changed; opaque.</param>
public sealed record Round(string Name, DateTimeOffset Began, int Done, DateTimeOffset Until, string Mark);
