using AgaBot.Turns.State;

namespace AgaBot.Tests.Turns.Unsent;

/// <summary>
/// What a crash or a dead connector left reaches the person without their saying anything, once, in order, or is given up where somebody
/// sees it.
/// </summary>
public sealed class UnsentSweepTests
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task What_a_dead_connector_did_not_take_goes_out_by_itself_when_it_is_back()
    {
        await using var bench = new TurnBench { ChannelGone = true };
        await bench.SayAsync("hola", "a1");
        await bench.SayAsync("avance", "a2");
        await PassAsync(bench, Minute);
        Assert.Empty(bench.Sent);
        bench.ChannelGone = false;

        await PassAsync(bench, 2 * Minute);

        Assert.Equal(["1: hola", "2: avance"], bench.Sent);
        Assert.Empty(bench.Notes.Notes);
        await bench.SayAsync("ayuda", "a3");
        Assert.Equal(["1: hola", "2: avance", "3: ayuda"], bench.Sent);
    }

    [Fact]
    public async Task Nothing_is_noted_where_all_goes_well()
    {
        await using var bench = new TurnBench();

        await bench.SayAsync("hola", "a1");

        Assert.Empty(bench.Notes.Notes);
        Assert.Equal(1, bench.Conversations.Commits);
    }

    [Fact]
    public async Task It_is_tried_ever_less_often_up_to_once_an_hour()
    {
        await using var bench = new TurnBench { ChannelGone = true };
        await bench.SayAsync("hola", "a1");
        List<double> pauses = [];
        for (int tries = 0; tries < 8; tries++)
        {
            bench.Clock.Advance(Assert.Single(bench.Notes.Notes).Due - bench.Clock.GetUtcNow());
            await bench.Sweep.PassAsync(None);
            pauses.Add((Assert.Single(bench.Notes.Notes).Due - bench.Clock.GetUtcNow()).TotalMinutes);
        }

        Assert.Equal([1, 2, 4, 8, 16, 32, 60, 60], pauses);
    }

    [Fact]
    public async Task Between_two_tries_nothing_is_sent()
    {
        await using var bench = new TurnBench { ChannelGone = true };
        await bench.SayAsync("hola", "a1");
        bench.ChannelGone = false;

        await PassAsync(bench, TimeSpan.FromSeconds(59));

        Assert.Empty(bench.Sent);
    }

    [Fact]
    public async Task After_a_day_it_is_given_up_and_the_row_says_so()
    {
        await using var bench = new TurnBench { ChannelGone = true };
        await bench.SayAsync("hola", "a1");

        await PassAsync(bench, TimeSpan.FromDays(1));

        TakenTurn turn = Assert.Single(bench.Conversations.Kept(TurnBench.Ana, "c1")!.Taken);
        Assert.Equal((true, bench.Clock.GetUtcNow()), (turn.Sent, turn.GivenUp));
        Assert.Empty(bench.Notes.Notes);
        bench.ChannelGone = false;
        await bench.SayAsync("avance", "a2");
        Assert.Equal(["2: avance"], bench.Sent);
    }

    [Fact]
    public async Task What_the_next_turn_has_sent_already_is_not_sent_again()
    {
        await using var bench = new TurnBench { ChannelGone = true };
        await bench.SayAsync("hola", "a1");
        bench.ChannelGone = false;
        await bench.SayAsync("avance", "a2");

        await PassAsync(bench, 5 * Minute);

        Assert.Equal(["1: hola", "2: avance"], bench.Sent);
        Assert.Empty(bench.Notes.Notes);
    }

    [Fact]
    public async Task Of_two_instances_that_look_at_once_one_sends()
    {
        await using var one = new TurnBench { ChannelGone = true };
        await using var two = new TurnBench(one);
        await one.SayAsync("hola", "a1");
        one.ChannelGone = false;
        one.Clock.Advance(2 * Minute);

        await Task.WhenAll(Task.Run(() => one.Sweep.PassAsync(None).AsTask()), Task.Run(() => two.Sweep.PassAsync(None).AsTask()));

        Assert.Equal(["1: hola"], one.Sent.Concat(two.Sent));
        Assert.Empty(one.Notes.Notes);
    }

    [Fact]
    public async Task Where_it_could_not_be_noted_the_next_pass_notes_it()
    {
        await using var bench = new TurnBench { ChannelGone = true };
        bench.Notes.Unavailable = true;
        await bench.SayAsync("hola", "a1");
        bench.Notes.Unavailable = false;
        bench.ChannelGone = false;

        await PassAsync(bench, 2 * Minute);

        Assert.Equal(["1: hola"], bench.Sent);
    }

    [Fact]
    public async Task What_an_instance_left_that_died_between_commit_and_send_another_one_sends()
    {
        var dead = new TurnBench { ChannelHeldUntil = Task.Delay(Timeout.Infinite) };
        await dead.Run.StartAsync(None);
        await dead.RunAsync("hola", "a1");
        await dead.RunAsync("avance", "a2");
        await using var alive = new TurnBench(dead);
        await PassAsync(alive, Minute);
        Assert.Empty(alive.Sent);

        await PassAsync(alive, Minute);

        Assert.Equal(["1: hola", "2: avance"], alive.Sent);
        Assert.Equal(1, alive.Runs.Count);
    }

    [Fact]
    public async Task What_it_committed_just_before_it_died_is_sent_as_well()
    {
        var dead = new TurnBench { ChannelHeldUntil = Task.Delay(Timeout.Infinite) };
        await dead.Run.StartAsync(None);
        dead.Clock.Advance(TimeSpan.FromSeconds(89));
        await dead.RunAsync("hola", "a1");
        await using var alive = new TurnBench(dead);
        await PassAsync(alive, TimeSpan.FromSeconds(1));
        Assert.Empty(alive.Sent);

        await PassAsync(alive, 2 * Minute);

        Assert.Equal(["1: hola"], alive.Sent);
    }

    [Fact]
    public async Task What_a_live_instance_has_sent_and_not_said_so_yet_is_left_to_it()
    {
        await using var dead = new TurnBench();
        await dead.Run.StartAsync(None);
        await using var alive = new TurnBench(dead);
        await alive.Run.StartAsync(None);
        await using var sweeper = new TurnBench(dead);
        alive.Clock.Advance(TimeSpan.FromSeconds(80));
        await alive.Run.RenewAsync(None);
        await alive.SayAsync("hola", "a1");

        await PassAsync(sweeper, TimeSpan.FromSeconds(20));

        await alive.Marks.StopAsync(None);
        await PassAsync(sweeper, 2 * Minute);

        Assert.Empty(sweeper.Sent);
        Assert.Empty(sweeper.Notes.Notes);
    }

    [Fact]
    public async Task A_run_that_ends_in_order_leaves_nothing_to_look_for()
    {
        await using var bench = new TurnBench();
        await bench.Run.StartAsync(None);
        Assert.Equal(1, bench.Runs.Count);

        await bench.Run.StopAsync(None);

        Assert.Equal(0, bench.Runs.Count);
    }

    [Fact]
    public async Task However_many_runs_broke_off_one_search_serves_them_all()
    {
        await using var bench = new TurnBench();
        for (int run = 0; run < 5; run++)
            await bench.Runs.BeginAsync($"run {run}", bench.Clock.GetUtcNow(), None);

        await PassAsync(bench, Minute);

        Assert.Equal(1, bench.Runs.Count);
    }

    private static async Task PassAsync(TurnBench bench, TimeSpan later)
    {
        bench.Clock.Advance(later);
        await bench.Sweep.PassAsync(None);
    }
}
