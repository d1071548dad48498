using System.Collections.Immutable;
using System.Diagnostics;
using AgaBot.Turns.Persistence;
using AgaBot.Turns.Queues;

namespace AgaBot.Tests.Storage.Queues;

/// <summary>The contract of every queue. Each adapter is a subclass that runs on the real service and the machine's clock.</summary>
public abstract class WorkQueueContract
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(1);

    protected static CancellationToken None => CancellationToken.None;

    /// <summary>An empty queue.</summary>
    protected abstract IWorkQueue Queue { get; }

    /// <summary>A queue that cannot be reached until the outage ends.</summary>
    protected abstract Outage Break();

    [Fact]
    public async Task Of_an_empty_queue_nothing_is_taken()
    {
        Assert.Empty(await Queue.TakeAsync(10, Long, None));
        Assert.Equal(new QueueDepth(0, 0), await Queue.CountAsync(None));
    }

    [Fact]
    public async Task What_was_put_is_taken_as_it_was()
    {
        var item = new WorkItem("reminder", "a/b?c&d<e>\"{}'");
        await Queue.PutAsync(item, TimeSpan.Zero, None);

        TakenWork taken = Assert.Single(await Queue.TakeAsync(10, Long, None));

        Assert.Equal((item, 1), (taken.Item, taken.Times));
    }

    [Fact]
    public async Task What_somebody_has_nobody_else_gets()
    {
        await PutAsync("one", "two", "three");

        ImmutableArray<TakenWork> first = await Queue.TakeAsync(2, Long, None);
        ImmutableArray<TakenWork> second = await Queue.TakeAsync(2, Long, None);

        Assert.Equal((2, 1), (first.Length, second.Length));
        Assert.Equal(["one", "three", "two"], first.Concat(second).Select(taken => taken.Item.Key).Order(StringComparer.Ordinal));
        Assert.Empty(await Queue.TakeAsync(2, Long, None));
    }

    [Fact]
    public async Task What_is_put_with_a_delay_is_not_handed_out_before()
    {
        long put = Stopwatch.GetTimestamp();
        await Queue.PutAsync(new("reminder", "later"), TimeSpan.FromSeconds(2), None);
        await PutAsync("now");

        Assert.Equal("now", Assert.Single(await Queue.TakeAsync(10, Long, None)).Item.Key);
        Assert.Equal("later", (await ComesAsync()).Item.Key);
        Assert.True(Stopwatch.GetElapsedTime(put) > TimeSpan.FromSeconds(1.5), "It came too early.");
    }

    [Fact]
    public async Task What_was_not_completed_in_its_time_is_handed_out_again_and_counted()
    {
        await PutAsync("one");
        TakenWork first = Assert.Single(await Queue.TakeAsync(1, Short, None));

        TakenWork again = await ComesAsync();

        Assert.Equal((first.Item, 2), (again.Item, again.Times));
        Assert.False(await Queue.CompleteAsync(first, None));
        Assert.False(await Queue.PutBackAsync(first, TimeSpan.Zero, None));
        Assert.True(await Queue.CompleteAsync(again, None));
        Assert.Equal(0, (await Queue.CountAsync(None)).Waiting);
    }

    [Fact]
    public async Task What_was_completed_is_gone_and_completing_it_again_changes_nothing()
    {
        await PutAsync("one", "two");
        TakenWork taken = (await Queue.TakeAsync(2, Long, None))[0];

        Assert.True(await Queue.CompleteAsync(taken, None));
        Assert.False(await Queue.CompleteAsync(taken, None));

        Assert.Equal(new QueueDepth(1, 0), await Queue.CountAsync(None));
    }

    [Fact]
    public async Task What_is_put_back_is_handed_out_again_after_its_delay()
    {
        await PutAsync("one");
        TakenWork first = Assert.Single(await Queue.TakeAsync(1, Long, None));

        Assert.True(await Queue.PutBackAsync(first, Short, None));

        Assert.Empty(await Queue.TakeAsync(1, Long, None));
        Assert.Equal(("one", 2), await ComesAsync() is var again ? (again.Item.Key, again.Times) : default);
    }

    [Fact]
    public async Task What_is_set_aside_nobody_gets_any_more_and_it_is_counted_apart()
    {
        await PutAsync("bad", "good");
        TakenWork bad = (await Queue.TakeAsync(2, Short, None)).Single(taken => taken.Item.Key == "bad");

        Assert.True(await Queue.SetAsideAsync(bad, None));

        Assert.Equal("good", (await ComesAsync()).Item.Key);
        Assert.Empty(await Queue.TakeAsync(2, Long, None));
        Assert.Equal(new QueueDepth(1, 1), await Queue.CountAsync(None));
    }

    [Fact]
    public async Task The_same_work_may_be_put_twice_and_comes_twice()
    {
        await PutAsync("one", "one");

        Assert.Equal(2, (await Queue.TakeAsync(10, Long, None)).Length);
    }

    [Fact]
    public async Task Many_who_take_at_once_get_each_piece_once()
    {
        await PutAsync([.. Enumerable.Range(0, 24).Select(number => $"{number:00}")]);

        ImmutableArray<TakenWork>[] taken = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => Task.Run(async () => await Queue.TakeAsync(5, Long, None)))
        );

        string[] keys = [.. taken.SelectMany(some => some).Select(work => work.Item.Key)];
        Assert.Equal(keys.Length, keys.Distinct(StringComparer.Ordinal).Count());
        Assert.True(keys.Length > 5, "Only one of them got any.");
    }

    [Theory]
    [InlineData("", "key")]
    [InlineData("kind", "")]
    [InlineData("kind", "año")]
    [InlineData("kind", "two words")]
    public async Task A_word_that_a_service_might_change_is_refused(string kind, string key) =>
        await Assert.ThrowsAsync<ArgumentException>(async () => await Queue.PutAsync(new(kind, key), TimeSpan.Zero, None));

    [Fact]
    public async Task Longer_than_a_week_is_refused()
    {
        TimeSpan tooLong = QueueLimits.LongestDelay + TimeSpan.FromSeconds(1);
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await Queue.PutAsync(new("kind", "key"), tooLong, None));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await Queue.TakeAsync(1, tooLong, None));
        await Queue.PutAsync(new("kind", "key"), QueueLimits.LongestDelay, None);
        Assert.Empty(await Queue.TakeAsync(1, QueueLimits.LongestDelay, None));
    }

    [Fact]
    public async Task A_queue_that_is_down_says_so_and_comes_back_by_itself()
    {
        await using Outage outage = Break();
        await Assert.ThrowsAsync<StoreUnavailableException>(async () =>
            await outage.Queue.PutAsync(new("kind", "key"), TimeSpan.Zero, None)
        );
        await Assert.ThrowsAsync<StoreUnavailableException>(async () => await outage.Queue.TakeAsync(1, Long, None));
        await Assert.ThrowsAsync<StoreUnavailableException>(async () => await outage.Queue.CountAsync(None));

        await outage.EndAsync();

        await outage.Queue.PutAsync(new("kind", "key"), TimeSpan.Zero, None);
        Assert.Single(await outage.Queue.TakeAsync(1, Long, None));
    }

    protected async Task PutAsync(params string[] keys)
    {
        foreach (string key in keys)
            await Queue.PutAsync(new("reminder", key), TimeSpan.Zero, None);
    }

    /// <summary>The next piece of work, as soon as it is due.</summary>
    private async Task<TakenWork> ComesAsync()
    {
        long started = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(30))
        {
            if (await Queue.TakeAsync(1, Long, None) is [var taken])
                return taken;
            await Task.Delay(TimeSpan.FromMilliseconds(20));
        }
        throw new TimeoutException("Nothing became due.");
    }

    protected abstract class Outage : IAsyncDisposable
    {
        public abstract IWorkQueue Queue { get; }

        public abstract Task EndAsync();

        public abstract ValueTask DisposeAsync();
    }
}
