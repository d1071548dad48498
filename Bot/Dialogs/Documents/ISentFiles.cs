using AgaBot.Dialogs.Inputs;

namespace AgaBot.Dialogs.Documents;

/// <summary>Reads the files that people sent.</summary>
public interface ISentFiles
{
    /// <summary>The file's bytes; null if the file has expired.</summary>
    ValueTask<ReadOnlyMemory<byte>?> FindAsync(SentFileId id, CancellationToken cancellationToken);
}
