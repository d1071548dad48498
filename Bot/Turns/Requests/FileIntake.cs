using AgaBot.Dialogs.Inputs;
using AgaBot.Plans;
using AgaBot.Turns.Persistence;

namespace AgaBot.Turns.Requests;

/// <summary>Stores a file that a person sent, under a random id, before the turn that processes the file.</summary>
internal sealed class FileIntake(IKeptFiles files, TimeProvider time)
{
    /// <exception cref="StoreUnavailableException">The store cannot be reached.</exception>
    public ValueTask<SentFileId> KeepAsync(TurnRequest request, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) =>
        KeepAsync(request.Participant, content, cancellationToken);

    /// <exception cref="StoreUnavailableException">The store cannot be reached.</exception>
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
