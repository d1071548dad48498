using AgaBot.Dialogs.Inputs;
using AgaBot.Plans;

namespace AgaBot.Turns.Persistence;

/// <summary>Stores files that people sent until a dialog uses them, also across a restart.</summary>
/// <exception cref="StoreUnavailableException">Any member, when the store cannot be reached.</exception>
public interface IKeptFiles
{
    /// <summary>Idempotent: the same content under the same id is stored once.</summary>
    /// <param name="owner">The participant that the channel names as the sender.</param>
    ValueTask KeepAsync(
        SentFileId id,
        ParticipantId owner,
        ReadOnlyMemory<byte> content,
        DateTimeOffset at,
        CancellationToken cancellationToken
    );

    /// <summary>Deletes every file of one participant, used or not.</summary>
    ValueTask ForgetAsync(ParticipantId owner, CancellationToken cancellationToken);

    /// <summary>Deletes every file that was stored before <paramref name="before"/>, also parts that a crash left.</summary>
    ValueTask SweepAsync(DateTimeOffset before, CancellationToken cancellationToken);
}
