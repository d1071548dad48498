using AgaBot.Storage.Records.Conversations;
using AgaBot.Turns.Persistence;

namespace AgaBot.Tests.Storage.Records;

/// <summary>The log of every conversation is looked up, on any channel, when its person is erased or the conversation expires.</summary>
public sealed class ActivityLogTests : RecordsTests
{
    private readonly ActivityLog log;

    public ActivityLogTests() => log = new ActivityLog(Store);

    [Theory]
    [InlineData(166)]
    [InlineData(167)]
    [InlineData(2_000)]
    public async Task A_conversation_has_a_log_however_long_its_name_is(int length)
    {
        string name = new('a', length);
        await log.ClearAsync(name, None);
        Assert.IsType<LogState.Absent>(await log.FindAsync(name, None));

        await log.OpenAsync(name, None);
        await log.AppendAsync(name, [new LogEntry("1", "hola"u8.ToArray())], None);
        Assert.Single(await log.ReadAsync(name, 0, 10, None));

        await log.ClearAsync(name, None);
        Assert.Empty(await log.ReadAsync(name, 0, 10, None));
    }

    [Fact]
    public async Task Long_names_that_begin_alike_are_two_conversations()
    {
        string name = new('a', 200);
        await log.OpenAsync(name + "1", None);

        Assert.IsType<LogState.Absent>(await log.FindAsync(name + "2", None));
    }
}
