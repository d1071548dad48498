using System.Collections.Immutable;

namespace AgaBot.Turns.Unsent;

/// <summary>
/// Keeps a mark for each run of the bot, from its start to its end: one that is left over says that a run broke off, and that what it had
/// committed may not have been sent.
/// </summary>
/// <exception cref="StoreUnavailableException">Any member, when the store cannot be reached.</exception>
public interface IRunMarks
{
    ValueTask<RunMark> BeginAsync(string run, DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>Writes a mark as it is now. Null where another instance has changed or ended it.</summary>
    ValueTask<RunMark?> ChangeAsync(RunMark mark, CancellationToken cancellationToken);

    /// <summary>False where another instance has changed or ended it.</summary>
    ValueTask<bool> EndAsync(RunMark mark, CancellationToken cancellationToken);

    ValueTask<ImmutableArray<RunMark>> AllAsync(CancellationToken cancellationToken);
}

/// <param name="Until">Whoever has it writes it anew before; after that, it is anybody's.</param>
/// <param name="Searched">How many slices of <see cref="IPeopleScan"/> were looked through for what the run left.</param>
/// <param name="Mark">By which the store knows whether it has changed; opaque.</param>
public sealed record RunMark(string Run, DateTimeOffset Until, int Searched, string Mark);
