using System.Collections.Immutable;
using AgaBot.Storage;

namespace AgaBot.Tests.Storage;

public abstract partial class EntityStoreContract
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData((64 * 1024) - 1)]
    [InlineData(64 * 1024)]
    [InlineData((64 * 1024) + 1)]
    [InlineData(200_000)]
    [InlineData(EntityLimits.MaxValueBytes)]
    public async Task A_value_of_any_size_up_to_the_limit_reads_back(int length)
    {
        byte[] value = RandomBytes(length);

        await Write(new EntityWrite.Insert("row", value));

        Entity? read = await Store.GetAsync(Partition, "row", None);
        Assert.True(read!.Value.Span.SequenceEqual(value));
        Entity queried = Assert.Single((await Store.QueryAsync(Partition, RowRange.All, 1, null, None)).Rows);
        Assert.True(queried.Value.Span.SequenceEqual(value));
    }

    [Fact]
    public async Task A_long_value_replaced_by_a_short_one_leaves_nothing_of_itself()
    {
        await Write(new EntityWrite.Insert("row", RandomBytes(200_000)));

        await Written(new EntityWrite.Replace("row", Bytes("short"), (await Store.GetAsync(Partition, "row", None))!.ETag));

        Assert.Equal("short", await Value("row"));
    }

    [Fact]
    public async Task A_value_over_the_limit_is_refused_with_its_size()
    {
        var refused = await Assert.ThrowsAsync<EntityTooLargeException>(() =>
            Write(new EntityWrite.Insert("row", new byte[EntityLimits.MaxValueBytes + 1]))
        );

        Assert.Equal("The value of a row has 921601 bytes; the limit is 921600.", refused.Message);
    }

    [Fact]
    public async Task A_batch_with_as_many_bytes_as_the_limit_is_written()
    {
        int each = EntityLimits.MaxBatchBytes / EntityLimits.MaxBatchOperations;

        WriteOutcome outcome = await Write([
            .. Enumerable
                .Range(0, EntityLimits.MaxBatchOperations)
                .Select(row => new EntityWrite.Insert($"ñ/ {row:000}", RandomBytes(each))),
        ]);

        Assert.IsType<WriteOutcome.Written>(outcome);
    }

    [Fact]
    public async Task A_batch_over_the_limit_of_bytes_is_refused_with_its_size()
    {
        var refused = await Assert.ThrowsAsync<EntityTooLargeException>(() =>
            Write([.. Enumerable.Range(0, 3).Select(row => new EntityWrite.Insert($"{row}", new byte[EntityLimits.MaxValueBytes]))])
        );

        Assert.Equal("The values of a batch have 2764800 bytes; the limit is 2621440.", refused.Message);
        Assert.Null(await Store.GetAsync(Partition, "0", None));
    }

    [Fact]
    public async Task A_batch_of_a_hundred_rows_is_written_and_one_of_a_hundred_and_one_is_refused()
    {
        static ImmutableArray<EntityWrite> Rows(int count, string prefix) =>
            [.. Enumerable.Range(0, count).Select(row => new EntityWrite.Insert($"{prefix}{row}", Bytes("x")))];

        Assert.IsType<WriteOutcome.Written>(await Write(Rows(100, "a")));
        await Assert.ThrowsAsync<EntityTooLargeException>(() => Write(Rows(101, "b")));

        EntityPage page = await Store.QueryAsync(Partition, RowRange.All, 1000, null, None);
        Assert.Equal((100, false), (page.Rows.Length, page.More));
    }

    [Fact]
    public async Task A_key_at_the_limit_is_kept_and_one_over_it_refused()
    {
        string longest = string.Concat(Enumerable.Repeat("😀", EntityLimits.MaxKeyLength / 2));
        await Store.WriteAsync(longest, [new EntityWrite.Insert(longest, Bytes("x"))], None);

        Entity row = Assert.Single((await Store.QueryAsync(longest, RowRange.StartingWith(longest), 10, null, None)).Rows);
        Assert.Empty((await Store.QueryAsync(longest, RowRange.StartingWith(longest), 10, longest, None)).Rows);

        Assert.Equal(longest, row.Row);
        await Assert.ThrowsAsync<EntityTooLargeException>(async () => await Store.GetAsync(longest + "x", "row", None));
        await Assert.ThrowsAsync<EntityTooLargeException>(async () => await Store.GetAsync("partition", longest + "x", None));
        await Assert.ThrowsAsync<EntityTooLargeException>(() => Write(new EntityWrite.Delete(longest + "x", "1")));
    }

    [Fact]
    public async Task What_only_our_own_mistake_can_ask_for_is_an_argument_exception()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Write());
        await Assert.ThrowsAsync<ArgumentException>(() =>
            Write(new EntityWrite.Insert("row", default), new EntityWrite.Delete("row", "1"))
        );
        await Assert.ThrowsAsync<ArgumentException>(async () => await Store.GetAsync("", "row", None));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await Store.QueryAsync(Partition, RowRange.All, 0, null, None));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () =>
            await Store.QueryAsync(Partition, RowRange.All, 1001, null, None)
        );
    }

    private static byte[] RandomBytes(int length)
    {
        byte[] bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        return bytes;
    }
}
