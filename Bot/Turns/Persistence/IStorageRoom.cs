namespace AgaBot.Turns.Persistence;

/// <summary>How much of the disk is left for what people send.</summary>
public interface IStorageRoom
{
    StorageRoom Left { get; }
}

/// <summary>In the order in which a disk fills up.</summary>
public enum StorageRoom
{
    Enough,

    /// <summary>Files are refused. Conversations go on.</summary>
    NoFiles,

    /// <summary>Files and new conversations are refused. Open conversations go on.</summary>
    NoConversations,
}
