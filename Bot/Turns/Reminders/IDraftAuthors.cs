using AgaBot.Plans;
using AgaBot.Turns.Persistence;

namespace AgaBot.Turns.Reminders;

/// <summary>Finds the author of a draft: a reminder in the queue holds only the draft's id.</summary>
public interface IDraftAuthors
{
    /// <returns>Null where the draft was sent, discarded or erased.</returns>
    /// <exception cref="StoreUnavailableException">The store cannot be reached.</exception>
    ValueTask<ParticipantId?> FindAsync(ProposalId draft, CancellationToken cancellationToken);
}
