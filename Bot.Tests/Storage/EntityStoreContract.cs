using System.Collections.Immutable;
using System.Text;
using AgaBot.Storage;
using AgaBot.Turns.Persistence;

namespace AgaBot.Tests.Storage;

/// <summary>The contract of every entity store. Each adapter is a subclass that runs on the real service.</summary>
public abstract partial class EntityStoreContract
{
    private const string Partition = "participante/webchat|ñ";

    protected static CancellationToken None => CancellationToken.None;

    /// <summary>An empty store.</summary>
    protected abstract IEntityStore Store { get; }

    [Fact]
    public async Task A_row_that_nobody_wrote_is_null() => Assert.Null(await Store.GetAsync(Partition, "row", None));

    [Fact]
    public async Task A_row_reads_back_as_it_was_inserted()
    {
        string etag = await Insert("row", "Trujillo");

        Entity? read = await Store.GetAsync(Partition, "row", None);

        Assert.Equal(("row", "Trujillo", etag), (read!.Row, Text(read.Value), read.ETag));
    }

    [Fact]
    public async Task Rows_of_the_same_name_in_two_partitions_are_two_rows()
    {
        await Insert("row", "here");

        await Store.WriteAsync("another", [new EntityWrite.Insert("row", Bytes("there"))], None);

        Assert.Equal("here", await Value("row"));
    }

    [Fact]
    public async Task Inserting_a_row_that_is_there_is_a_conflict()
    {
        await Insert("row", "first");

        WriteOutcome second = await Write(new EntityWrite.Insert("row", Bytes("second")));

        Assert.Equal(new WriteOutcome.Conflict(0, "row"), second);
        Assert.Equal("first", await Value("row"));
    }

    [Fact]
    public async Task A_row_is_replaced_under_its_last_ETag_alone()
    {
        string first = await Insert("row", "1");

        string second = await Written(new EntityWrite.Replace("row", Bytes("2"), first));
        WriteOutcome late = await Write(new EntityWrite.Replace("row", Bytes("3"), first));

        Assert.NotEqual(first, second);
        Assert.Equal(new WriteOutcome.Conflict(0, "row"), late);
        Assert.Equal(("2", second), (await Value("row"), (await Store.GetAsync(Partition, "row", None))!.ETag));
    }

    [Fact]
    public async Task A_row_is_deleted_under_its_last_ETag_alone()
    {
        string first = await Insert("row", "1");
        string second = await Written(new EntityWrite.Replace("row", Bytes("2"), first));

        Assert.Equal(new WriteOutcome.Conflict(0, "row"), await Write(new EntityWrite.Delete("row", first)));
        Assert.Equal("", await Written(new EntityWrite.Delete("row", second)));
        Assert.Null(await Store.GetAsync(Partition, "row", None));
    }

    [Fact]
    public async Task A_batch_that_rests_on_a_row_is_written_while_it_is_as_it_was_alone()
    {
        string first = await Insert("read", "1");

        string still = Assert
            .IsType<WriteOutcome.Written>(await Write(new EntityWrite.Insert("made", Bytes("a")), new EntityWrite.Check("read", first)))
            .ETags[1];
        await Written(new EntityWrite.Replace("read", Bytes("2"), still));

        Assert.Equal(
            new WriteOutcome.Conflict(1, "read"),
            await Write(new EntityWrite.Insert("other", Bytes("b")), new EntityWrite.Check("read", still))
        );
        Assert.Equal(new WriteOutcome.Conflict(0, "gone"), await Write(new EntityWrite.Check("gone", first)));
        Assert.Equal(("2", null), (await Value("read"), await Store.GetAsync(Partition, "other", None)));
    }

    [Fact]
    public async Task Replacing_or_deleting_a_row_that_is_gone_is_a_conflict()
    {
        string etag = await Insert("row", "1");
        await Written(new EntityWrite.Delete("row", etag));

        Assert.Equal(new WriteOutcome.Conflict(0, "row"), await Write(new EntityWrite.Replace("row", Bytes("2"), etag)));
        Assert.Equal(new WriteOutcome.Conflict(0, "row"), await Write(new EntityWrite.Delete("row", etag)));
    }

    [Fact]
    public async Task An_ETag_does_not_come_back_with_the_same_value()
    {
        string first = await Insert("row", "same");
        string second = await Written(new EntityWrite.Replace("row", Bytes("same"), first));
        await Written(new EntityWrite.Delete("row", second));
        string third = await Insert("row", "same");

        Assert.Equal(3, new HashSet<string> { first, second, third }.Count);
    }

    [Fact]
    public async Task A_batch_writes_each_of_its_operations()
    {
        string changed = await Insert("changed", "before");
        string removed = await Insert("removed", "before");

        var outcome = Assert.IsType<WriteOutcome.Written>(
            await Write(
                new EntityWrite.Insert("added", Bytes("after")),
                new EntityWrite.Replace("changed", Bytes("after"), changed),
                new EntityWrite.Delete("removed", removed)
            )
        );

        EntityPage rows = await Store.QueryAsync(Partition, RowRange.All, 10, null, None);
        Assert.Equal(
            [("added", "after", outcome.ETags[0]), ("changed", "after", outcome.ETags[1])],
            rows.Rows.Select(row => (row.Row, Text(row.Value), row.ETag))
        );
        Assert.Equal("", outcome.ETags[2]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_conflict_in_a_batch_writes_nothing_and_names_its_row(int at)
    {
        await Insert("there", "before");
        List<EntityWrite> batch = [new EntityWrite.Insert("new 1", Bytes("after")), new EntityWrite.Insert("new 2", Bytes("after"))];
        batch.Insert(at, new EntityWrite.Insert("there", Bytes("after")));

        Assert.Equal(new WriteOutcome.Conflict(at, "there"), await Write([.. batch]));

        EntityPage rows = await Store.QueryAsync(Partition, RowRange.All, 10, null, None);
        Assert.Equal([("there", "before")], rows.Rows.Select(row => (row.Row, Text(row.Value))));
    }

    [Fact]
    public async Task A_batch_that_replaces_or_deletes_too_late_writes_nothing()
    {
        string old = await Insert("row", "1");
        await Written(new EntityWrite.Replace("row", Bytes("2"), old));

        Assert.Equal(
            new WriteOutcome.Conflict(1, "row"),
            await Write(new EntityWrite.Insert("new", default), new EntityWrite.Replace("row", default, old))
        );
        Assert.Equal(
            new WriteOutcome.Conflict(1, "row"),
            await Write(new EntityWrite.Insert("new", default), new EntityWrite.Delete("row", old))
        );
        Assert.Equal(
            new WriteOutcome.Conflict(1, "gone"),
            await Write(new EntityWrite.Insert("new", default), new EntityWrite.Delete("gone", old))
        );
        Assert.Null(await Store.GetAsync(Partition, "new", None));
    }

    [Fact]
    public async Task Of_many_writers_with_one_ETag_exactly_one_wins()
    {
        string etag = await Insert("row", "before");

        WriteOutcome[] outcomes = await Task.WhenAll(
            Enumerable
                .Range(0, 16)
                .Select(writer => Task.Run(async () => await Write(new EntityWrite.Replace("row", Bytes($"writer {writer}"), etag))))
        );

        int winner = Array.FindIndex(outcomes, outcome => outcome is WriteOutcome.Written);
        Assert.Equal(15, outcomes.OfType<WriteOutcome.Conflict>().Count());
        Assert.Equal($"writer {winner}", await Value("row"));
    }

    [Fact]
    public async Task Of_many_writers_that_insert_one_row_exactly_one_wins()
    {
        WriteOutcome[] outcomes = await Task.WhenAll(
            Enumerable
                .Range(0, 16)
                .Select(writer =>
                    Task.Run(async () =>
                        await Write(new EntityWrite.Insert("row", Bytes($"{writer}")), new EntityWrite.Insert($"of {writer}", default))
                    )
                )
        );

        Assert.Single(outcomes.OfType<WriteOutcome.Written>());
        Assert.Equal(2, (await Store.QueryAsync(Partition, RowRange.All, 100, null, None)).Rows.Length);
    }

    [Fact]
    public async Task A_cancelled_call_is_cancelled_and_writes_nothing()
    {
        var cancelled = new CancellationToken(canceled: true);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await Store.GetAsync(Partition, "row", cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            await Store.QueryAsync(Partition, RowRange.All, 1, null, cancelled)
        );
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await Store.CheckAsync(cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            await Store.WriteAsync(Partition, [new EntityWrite.Insert("row", default)], cancelled)
        );
        Assert.Null(await Store.GetAsync(Partition, "row", None));
    }

    [Fact]
    public async Task A_store_that_answers_passes_the_check() => await Store.CheckAsync(None);

    [Fact]
    public async Task A_store_that_is_down_says_so_at_every_call_and_comes_back()
    {
        await using Outage outage = await BreakAsync();

        Func<Task>[] calls =
        [
            async () => await outage.Store.GetAsync(Partition, "row", None),
            async () => await outage.Store.QueryAsync(Partition, RowRange.All, 1, null, None),
            async () => await outage.Store.WriteAsync(Partition, [new EntityWrite.Insert("row", default)], None),
            async () =>
                await outage.Store.WriteAsync(
                    Partition,
                    [new EntityWrite.Insert("row", default), new EntityWrite.Insert("row 2", default)],
                    None
                ),
            async () => await outage.Store.CheckAsync(None),
        ];
        await Task.WhenAll(calls.Select(call => Assert.ThrowsAsync<StoreUnavailableException>(call)));

        await outage.EndAsync();
        await outage.Store.CheckAsync(None);
        Assert.IsType<WriteOutcome.Written>(await outage.Store.WriteAsync(Partition, [new EntityWrite.Insert("row", default)], None));
        Assert.NotNull(await outage.Store.GetAsync(Partition, "row", None));
    }

    /// <summary>A store that cannot be reached until the outage ends.</summary>
    protected abstract Task<Outage> BreakAsync();

    protected static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    protected static string Text(ReadOnlyMemory<byte> value) => Encoding.UTF8.GetString(value.Span);

    protected async Task<WriteOutcome> Write(params ImmutableArray<EntityWrite> batch) => await Store.WriteAsync(Partition, batch, None);

    /// <summary>Writes one row and returns its new ETag.</summary>
    protected async Task<string> Written(EntityWrite write) => Assert.Single(Assert.IsType<WriteOutcome.Written>(await Write(write)).ETags);

    protected Task<string> Insert(string row, string value) => Written(new EntityWrite.Insert(row, Bytes(value)));

    protected async Task<string> Value(string row) => Text((await Store.GetAsync(Partition, row, None))!.Value);

    protected abstract class Outage : IAsyncDisposable
    {
        public abstract IEntityStore Store { get; }

        public abstract Task EndAsync();

        public abstract ValueTask DisposeAsync();
    }
}
