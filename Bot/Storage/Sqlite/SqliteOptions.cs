namespace AgaBot.Storage.Sqlite;

/// <summary>The embedded store, for one server without other software.</summary>
public sealed record SqliteOptions
{
    /// <summary>The database file, relative to the content root; its folder is made where it is missing.</summary>
    public string Path { get; init; } = "../data/agabot.db";

    /// <summary>Free bytes of the disk below which files are refused.</summary>
    public long FreeDiskForFiles { get; init; } = 512L * 1024 * 1024;

    /// <summary>Free bytes of the disk below which new conversations are refused as well. Open conversations go on.</summary>
    public long FreeDiskForConversations { get; init; } = 256L * 1024 * 1024;

    /// <summary>What a commit waits for.</summary>
    public SqliteSynchronous Synchronous { get; init; } = SqliteSynchronous.Full;

    /// <summary>How long to wait for another process that holds the write lock (a backup, a report), up to a minute.</summary>
    public TimeSpan BusyTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// The largest file, in MiB, that is written anew by itself in the night after an erasure. Turns wait meanwhile, about a second for
    /// each 100 MiB. A larger file waits for the operator's command <c>compact</c>.
    /// </summary>
    public int RewriteMegabytes { get; init; } = 256;
}

public enum SqliteSynchronous
{
    /// <summary>Each commit is on the disk before the caller is told: nothing is lost when the power fails.</summary>
    Full,

    /// <summary>The last commits may be lost when the power fails, but not when the program fails.</summary>
    Normal,
}
