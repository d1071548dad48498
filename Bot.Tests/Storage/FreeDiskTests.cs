using AgaBot.Storage.Sqlite;
using AgaBot.Tests.Hosting;
using AgaBot.Turns.Persistence;

namespace AgaBot.Tests.Storage;

public sealed class FreeDiskTests
{
    private static readonly SqliteOptions Options = new() { FreeDiskForFiles = 500, FreeDiskForConversations = 200 };

    private readonly FixedClock clock = new(DateTimeOffset.UnixEpoch);

    [Theory]
    [InlineData(500, StorageRoom.Enough)]
    [InlineData(499, StorageRoom.NoFiles)]
    [InlineData(200, StorageRoom.NoFiles)]
    [InlineData(199, StorageRoom.NoConversations)]
    public void First_files_are_refused_and_then_new_conversations(long free, StorageRoom left) =>
        Assert.Equal(left, new FreeDisk(() => free, Options, clock).Left);

    [Fact]
    public void The_disk_is_asked_every_few_seconds_at_most()
    {
        int asked = 0;
        var disk = new FreeDisk(() => ++asked * 100, Options, clock);

        Assert.Equal([StorageRoom.NoConversations, StorageRoom.NoConversations], [disk.Left, disk.Left]);
        clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(StorageRoom.NoFiles, disk.Left);
        Assert.Equal(2, asked);
    }

    [Fact]
    public void A_disk_that_does_not_answer_refuses_nothing() =>
        Assert.Equal(StorageRoom.Enough, new FreeDisk(() => throw new IOException("no disk"), Options, clock).Left);
}
