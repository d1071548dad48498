using System.Collections.Immutable;
using AgaBot.Turns.Persistence;
using AgaBot.Turns.State;

namespace AgaBot.Turns.Sending;

/// <summary>
/// Stores a mark for each run of the bot, from its start to its orderly end. A mark that remains tells that a run was interrupted, and that
/// replies which the run committed may be unsent.
/// </summary>
/// <exception cref="StoreUnavailableException">Any member, when the store cannot be reached.</exception>
public interface IRunMarks
{
    ValueTask<RunMark> BeginAsync(string run, DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>Writes the mark with its new values.</summary>
    /// <returns>Null where another instance has changed or ended it.</returns>
    ValueTask<RunMark?> ChangeAsync(RunMark mark, CancellationToken cancellationToken);

    /// <returns>False where another instance has changed or ended it.</returns>
    ValueTask<bool> EndAsync(RunMark mark, CancellationToken cancellationToken);

    ValueTask<ImmutableArray<RunMark>> AllAsync(CancellationToken cancellationToken);
}

/// <param name="Until">The owner renews the mark before this time. Afterwards any instance may take it.</param>
/// <param name="Searched">Number of slices of <see cref="IPeopleScan"/> searched for replies that the run left unsent.</param>
/// <param name="Mark">The store's version of the mark; opaque.</param>
public sealed record RunMark(string Run, DateTimeOffset Until, int Searched, string Mark);
