using System.Diagnostics.Metrics;
using AgaBot.Turns.Persistence;

namespace AgaBot.Storage.Sqlite;

/// <summary>Looks at the free space of the disk of the database, at most every few seconds.</summary>
internal sealed class FreeDisk : IStorageRoom
{
    public const string MeterName = "AgaBot.Storage";

    private static readonly TimeSpan LooksLast = TimeSpan.FromSeconds(5);

    private readonly Func<long> freeBytes;
    private readonly SqliteOptions options;
    private readonly TimeProvider time;
    private readonly Lock gate = new();
    private long free = long.MaxValue;
    private DateTimeOffset lookedAt = DateTimeOffset.MinValue;

    public FreeDisk(SqliteOptions options, TimeProvider time, IMeterFactory meters)
        : this(() => new DriveInfo(Path.GetDirectoryName(options.Path)!).AvailableFreeSpace, options, time) =>
        meters
            .Create(MeterName)
            .CreateObservableGauge("agabot.store.free_disk", () => Free(), "By", "Free space of the disk of the database");

    /// <param name="freeBytes">Asks the operating system for the free bytes.</param>
    internal FreeDisk(Func<long> freeBytes, SqliteOptions options, TimeProvider time) =>
        (this.freeBytes, this.options, this.time) = (freeBytes, options, time);

    public StorageRoom Left =>
        Free() is var bytes && bytes < options.FreeDiskForConversations ? StorageRoom.NoConversations
        : bytes < options.FreeDiskForFiles ? StorageRoom.NoFiles
        : StorageRoom.Enough;

    private long Free()
    {
        lock (gate)
        {
            DateTimeOffset now = time.GetUtcNow();
            if ((now - lookedAt).Duration() < LooksLast)
                return free;
            lookedAt = now;
            try
            {
                free = freeBytes();
            }
            catch (IOException)
            {
                // A disk that does not answer is a matter of the readiness check; the last value stays.
            }
            return free;
        }
    }
}
