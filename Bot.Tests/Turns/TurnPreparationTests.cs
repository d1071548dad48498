using AgaBot.Turns.Running;

namespace AgaBot.Tests.Turns;

/// <summary>What takes long is done before a turn takes the lock of its person.</summary>
public sealed class TurnPreparationTests
{
    [Fact]
    public async Task While_a_document_is_read_the_person_goes_on_talking()
    {
        await using var bench = new TurnBench();
        var reading = new TaskCompletionSource();
        bench.PreparedWith = reading.Task;
        Task<TurnResult> sending = bench.SendFileAsync("a1").AsTask();

        await bench.SayAsync("ayuda", "a2");

        Assert.Single(bench.Decided);
        reading.SetResult();
        await (await sending).Sending;
        Assert.Equal(2, bench.Decided.Count);
        Assert.Equal(1, bench.Disposed);
    }

    [Fact]
    public async Task A_sender_who_hangs_up_ends_the_reading_and_no_turn_runs()
    {
        await using var bench = new TurnBench { PreparedWith = new TaskCompletionSource().Task };
        using var gone = new CancellationTokenSource();
        Task<TurnResult> sending = bench.SendFileAsync("a1", gone.Token).AsTask();

        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
        Assert.Empty(bench.Decided);
    }
}
