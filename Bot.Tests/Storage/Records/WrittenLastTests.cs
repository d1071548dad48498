using System.Text;
using AgaBot.Storage;
using AgaBot.Storage.Records;
using AgaBot.Turns.Persistence;

namespace AgaBot.Tests.Storage.Records;

public sealed class WrittenLastTests : RecordsTests
{
    private readonly LastWriteCache written;

    public WrittenLastTests() => written = new LastWriteCache(Faulty, RowKeys.IsEndOfShard);

    [Fact]
    public async Task What_was_written_here_is_given_without_a_read()
    {
        await Write(new EntityWrite.Insert("n:00", Bytes("1")));
        Entity first = (await written.GetAsync("plan", "n:00", None))!;
        await Write(new EntityWrite.Replace("n:00", Bytes("2"), first.ETag));
        int reads = Faulty.Reads;

        Entity second = (await written.GetAsync("plan", "n:00", None))!;

        Assert.Equal(reads, Faulty.Reads);
        Assert.Equal((await Store.GetAsync("plan", "n:00", None))!.ETag, second.ETag);
        Assert.Equal("2", Encoding.UTF8.GetString(second.Value.Span));
    }

    [Fact]
    public async Task Another_row_is_read_each_time()
    {
        await Write(new EntityWrite.Insert("d:1", Bytes("1")));
        int reads = Faulty.Reads;

        await written.GetAsync("plan", "d:1", None);
        await written.GetAsync("plan", "d:1", None);

        Assert.Equal(reads + 2, Faulty.Reads);
    }

    [Fact]
    public async Task A_row_that_another_process_wrote_since_conflicts_and_is_read_again()
    {
        await Write(new EntityWrite.Insert("n:00", Bytes("1")));
        Entity ours = (await written.GetAsync("plan", "n:00", None))!;
        await Store.WriteAsync("plan", [new EntityWrite.Replace("n:00", Bytes("theirs"), ours.ETag)], None);

        Assert.IsType<WriteOutcome.Conflict>(await Write(new EntityWrite.Replace("n:00", Bytes("2"), ours.ETag)));

        Assert.Equal("theirs", Encoding.UTF8.GetString((await written.GetAsync("plan", "n:00", None))!.Value.Span));
    }

    [Fact]
    public async Task A_row_whose_answer_was_lost_is_read_again()
    {
        await Write(new EntityWrite.Insert("n:00", Bytes("1")));
        Entity before = (await written.GetAsync("plan", "n:00", None))!;
        Faulty.AnswersToLose = 1;
        await Assert.ThrowsAsync<StoreUnavailableException>(() => Write(new EntityWrite.Replace("n:00", Bytes("2"), before.ETag)));

        Assert.Equal("2", Encoding.UTF8.GetString((await written.GetAsync("plan", "n:00", None))!.Value.Span));
    }

    [Fact]
    public async Task A_row_that_was_deleted_here_is_gone()
    {
        await Write(new EntityWrite.Insert("n:00", Bytes("1")));
        Entity before = (await written.GetAsync("plan", "n:00", None))!;
        await Write(new EntityWrite.Delete("n:00", before.ETag));

        Assert.Null(await written.GetAsync("plan", "n:00", None));
    }

    private Task<WriteOutcome> Write(EntityWrite write) => written.WriteAsync("plan", [write], None).AsTask();

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
