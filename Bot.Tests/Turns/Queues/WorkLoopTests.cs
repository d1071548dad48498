using System.Diagnostics.Metrics;
using AgaBot.Turns.Diagnostics;
using AgaBot.Turns.Persistence;
using AgaBot.Turns.Queues;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace AgaBot.Tests.Turns.Queues;

/// <summary>Work is done, tried again when it fails, and set aside in the log and the metrics after too many tries.</summary>
public sealed class WorkLoopTests : IDisposable
{
    private readonly InMemoryQueue queue = new();
    private readonly ServiceProvider services = new ServiceCollection().AddMetrics().BuildServiceProvider();

    public void Dispose() => services.Dispose();

    [Fact]
    public async Task Work_that_was_done_is_off_the_queue()
    {
        var worker = new Worker();
        await queue.PutAsync(new("count", "one"), TimeSpan.Zero, default);

        await Loop(worker).PassAsync(default);

        Assert.Equal(["one"], worker.Done);
        Assert.Empty(queue.Waiting);
    }

    [Fact]
    public async Task All_that_is_due_is_done_in_one_pass()
    {
        var worker = new Worker();
        for (int i = 0; i < 50; i++)
            await queue.PutAsync(new("count", $"{i}"), TimeSpan.Zero, default);

        await Loop(worker).PassAsync(default);

        Assert.Equal(50, worker.Done.Count);
    }

    [Fact]
    public async Task Work_that_breaks_is_tried_again_each_time_later_and_then_set_aside()
    {
        var worker = new Worker { Fault = new InvalidOperationException("bug") };
        WorkLoop loop = Loop(worker, mostTries: 4);
        await queue.PutAsync(new("count", "bad"), TimeSpan.Zero, default);
        List<TimeSpan> pauses = [];
        for (int tries = 1; tries < 4; tries++)
        {
            await loop.PassAsync(default);
            pauses.Add(queue.Waiting.Single().Delay);
            queue.LetTimePass();
        }

        await loop.PassAsync(default);

        Assert.Equal([15, 30, 60], pauses.Select(pause => pause.TotalSeconds));
        Assert.Equal([new WorkItem("count", "bad")], queue.SetAside);
        Assert.Empty(queue.Waiting);
    }

    [Fact]
    public async Task While_the_store_is_gone_work_waits_and_is_never_set_aside()
    {
        var worker = new Worker { Fault = new StoreUnavailableException("gone") };
        WorkLoop loop = Loop(worker, mostTries: 2);
        await queue.PutAsync(new("count", "one"), TimeSpan.Zero, default);
        for (int tries = 0; tries < 5; tries++)
        {
            await loop.PassAsync(default);
            queue.LetTimePass();
        }
        worker.Fault = null;

        await loop.PassAsync(default);

        Assert.Equal(["one"], worker.Done);
        Assert.Empty(queue.SetAside);
    }

    [Fact]
    public async Task Work_whose_time_has_not_come_is_put_back_for_as_long_as_it_says()
    {
        await queue.PutAsync(new("count", "one"), TimeSpan.Zero, default);

        await Loop(new Worker { Outcome = new WorkOutcome.Later(TimeSpan.FromHours(3)) }).PassAsync(default);

        Assert.Equal((new WorkItem("count", "one"), TimeSpan.FromHours(3)), queue.Waiting.Single());
    }

    [Fact]
    public async Task Work_of_a_newer_version_waits_for_it()
    {
        await queue.PutAsync(new("later-version", "one"), TimeSpan.Zero, default);

        await Loop(new Worker()).PassAsync(default);

        Assert.Equal(new WorkItem("later-version", "one"), queue.Waiting.Single().Item);
        Assert.Empty(queue.SetAside);
    }

    private WorkLoop Loop(IWorker worker, int mostTries = 8) =>
        new(
            queue,
            [worker],
            Options.Create(new WorkOptions { MostTries = mostTries }),
            new TurnMetrics(services.GetRequiredService<IMeterFactory>()),
            TimeProvider.System,
            NullLogger<WorkLoop>.Instance
        );

    private sealed class Worker : IWorker
    {
        public string Kind => "count";

        public List<string> Done { get; } = [];

        public Exception? Fault { get; set; }

        public WorkOutcome Outcome { get; init; } = new WorkOutcome.Done();

        public ValueTask<WorkOutcome> DoAsync(string key, CancellationToken cancellationToken)
        {
            if (Fault is not null)
                throw Fault;
            Done.Add(key);
            return ValueTask.FromResult(Outcome);
        }
    }
}
