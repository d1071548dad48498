using AgaBot.Dialogs.Inputs;
using AgaBot.Plans;

namespace AgaBot.Turns;

/// <summary>Keeps a file that a person on a channel sent, before the turn that is about it: under a random name, and as theirs.</summary>
internal sealed class FileIntake(IKeptFiles files, TimeProvider time)
{
    /// <param name="request">Of who sent it.</param>
    /// <exception cref="StoreUnavailableException">The store is gone.</exception>
    public ValueTask<SentFileId> KeepAsync(TurnRequest request, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) =>
        KeepAsync(request.Participant, content, cancellationToken);

    /// <exception cref="StoreUnavailableException">The store is gone.</exception>
    public ValueTask<SentFileId> KeepAsync(
        string channelId,
        string userId,
        ReadOnlyMemory<byte> content,
        CancellationToken cancellationToken
    ) => KeepAsync(ParticipantIds.Of(channelId, userId), content, cancellationToken);

    private async ValueTask<SentFileId> KeepAsync(ParticipantId owner, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var id = new SentFileId(Guid.NewGuid().ToString("N"));
        await files.KeepAsync(id, owner, content, time.GetUtcNow(), cancellationToken);
        return id;
    }
}
