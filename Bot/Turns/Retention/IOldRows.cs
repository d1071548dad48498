using AgaBot.Plans;
using AgaBot.Turns.Persistence;
using AgaBot.Turns.State;

namespace AgaBot.Turns.Retention;

/// <summary>Throws away what was kept long enough. Each is idempotent, and looks again first: what somebody has touched meanwhile stays.</summary>
/// <exception cref="StoreUnavailableException">Any member, when the store cannot be reached.</exception>
public interface IOldRows
{
    /// <param name="key">The <see cref="KeptPerson.Key"/> of whose it is.</param>
    /// <returns>Whether it is gone: false where something was said in it after <paramref name="before"/>.</returns>
    ValueTask<bool> ForgetConversationAsync(string key, string conversationId, DateTimeOffset before, CancellationToken cancellationToken);

    /// <returns>Whether it is gone: false where the draft was touched after <paramref name="changedAt"/>.</returns>
    ValueTask<bool> DropDraftAsync(
        ParticipantId participant,
        ProposalId draft,
        DateTimeOffset changedAt,
        CancellationToken cancellationToken
    );
}
