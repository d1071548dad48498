using AgaBot.Plans;
using AgaBot.Turns.Persistence;

namespace AgaBot.Turns.Reminders;

/// <summary>Knows whose draft it is: a reminder in the queue names the draft alone.</summary>
public interface IDraftAuthors
{
    /// <summary>Null where it was sent, thrown away or erased.</summary>
    /// <exception cref="StoreUnavailableException">The store cannot be reached.</exception>
    ValueTask<ParticipantId?> FindAsync(ProposalId draft, CancellationToken cancellationToken);
}
