using AgaBot.Dialogs.Inputs;

namespace AgaBot.Dialogs.Documents;

/// <summary>Reads what people sent.</summary>
public interface ISentFiles
{
    /// <summary>The file's bytes; null where it was kept so long ago that it was thrown away.</summary>
    ValueTask<ReadOnlyMemory<byte>?> FindAsync(SentFileId id, CancellationToken cancellationToken);
}
