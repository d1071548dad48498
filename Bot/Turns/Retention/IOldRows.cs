using AgaBot.Plans;
using AgaBot.Turns.Persistence;
using AgaBot.Turns.State;

namespace AgaBot.Turns.Retention;

/// <summary>Deletes expired rows. Each method is idempotent and checks again first: what has changed meanwhile stays.</summary>
/// <exception cref="StoreUnavailableException">Any member, when the store cannot be reached.</exception>
public interface IOldRows
{
    /// <param name="key">The participant's <see cref="KeptPerson.Key"/>.</param>
    /// <returns>False where the bot said something in the conversation after <paramref name="before"/>.</returns>
    ValueTask<bool> ForgetConversationAsync(string key, string conversationId, DateTimeOffset before, CancellationToken cancellationToken);

    /// <returns>False where the draft has changed after <paramref name="changedAt"/>.</returns>
    ValueTask<bool> DropDraftAsync(
        ParticipantId participant,
        ProposalId draft,
        DateTimeOffset changedAt,
        CancellationToken cancellationToken
    );
}
