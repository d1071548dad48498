using AgaBot.Dialogs.Inputs;
using AgaBot.Plans;

namespace AgaBot.Turns;

/// <summary>Keeps what people sent until it is used, also over a restart.</summary>
/// <exception cref="StoreUnavailableException">Any member, when the store cannot be reached.</exception>
public interface IKeptFiles
{
    /// <summary>Idempotent: the same content under the same id is kept once.</summary>
    /// <param name="owner">Who sent it, as their channel names them.</param>
    ValueTask KeepAsync(
        SentFileId id,
        ParticipantId owner,
        ReadOnlyMemory<byte> content,
        DateTimeOffset at,
        CancellationToken cancellationToken
    );

    /// <summary>Throws away every file of one person, used or not.</summary>
    ValueTask ForgetAsync(ParticipantId owner, CancellationToken cancellationToken);

    /// <summary>Throws away every file that was kept before <paramref name="before"/>, also those of which a crash left a part.</summary>
    ValueTask SweepAsync(DateTimeOffset before, CancellationToken cancellationToken);
}
