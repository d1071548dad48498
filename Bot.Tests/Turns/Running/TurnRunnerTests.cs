using AgaBot.Plans;
using AgaBot.Turns.Requests;
using AgaBot.Turns.Running;
using AgaBot.Turns.State;

namespace AgaBot.Tests.Turns.Running;

public sealed class TurnRunnerTests
{
    [Fact]
    public async Task A_turn_is_one_write_and_its_replies_are_sent()
    {
        await using var bench = new TurnBench();

        Assert.IsType<TurnResult.Committed>(await bench.SayAsync("hola", "a1"));

        Assert.Equal(1, bench.Conversations.Commits);
        Assert.Equal(["1: hola"], bench.Sent);
    }

    [Fact]
    public async Task A_second_turn_needs_no_load()
    {
        await using var bench = new TurnBench();
        await bench.SayAsync("hola", "a1");

        await bench.SayAsync("avance", "a2");

        Assert.Equal(1, bench.Conversations.Loads);
        Assert.Equal(2, bench.Conversations.Commits);
    }

    [Fact]
    public async Task A_redelivered_activity_repeats_its_replies_and_changes_nothing()
    {
        await using var bench = new TurnBench();
        await bench.SayAsync("hola", "a1");
        await bench.SayAsync("avance", "a2");

        Assert.IsType<TurnResult.Redelivered>(await bench.SayAsync("hola", "a1"));

        Assert.Equal(["1: hola", "2: avance", "1: hola"], bench.Sent);
        Assert.Equal(2, bench.Decided.Count);
        Assert.Equal(2, bench.Conversations.Commits);
    }

    [Fact]
    public async Task An_activity_of_long_ago_is_still_recognised_without_its_replies()
    {
        await using var bench = new TurnBench();
        for (int i = 0; i < 30; i++)
            await bench.SayAsync($"{i}", $"a{i}");

        Assert.IsType<TurnResult.Redelivered>(await bench.SayAsync("0", "a0"));

        Assert.Equal(30, bench.Sent.Count);
        Assert.Equal(30, bench.Decided.Count);
    }

    [Fact]
    public async Task The_same_activity_id_in_another_conversation_is_another_turn()
    {
        await using var bench = new TurnBench();
        await bench.SayAsync("hola", "a1", "c1");

        Assert.IsType<TurnResult.Committed>(await bench.SayAsync("hola", "a1", "c2"));

        Assert.NotEqual(bench.Decided[0].TurnId, bench.Decided[1].TurnId);
    }

    [Fact]
    public async Task Activities_without_an_id_are_turns_of_their_own()
    {
        await using var bench = new TurnBench();
        await bench.SayAsync("sí", null);
        await bench.SayAsync("sí", null);

        Assert.Equal(["1: sí", "2: sí"], bench.Sent);
    }

    [Fact]
    public async Task A_conflict_is_decided_again_under_the_same_turn_id()
    {
        await using var bench = new TurnBench();
        bench.Conversations.Interruptions = 2;

        Assert.IsType<TurnResult.Committed>(await bench.SayAsync("hola", "a1"));

        Assert.Equal(3, bench.Decided.Count);
        Assert.Single(bench.Decided.Select(heard => heard.TurnId).Distinct());
        Assert.Equal(["1: hola"], bench.Sent);
    }

    [Fact]
    public async Task Endless_conflicts_end_in_unavailable()
    {
        await using var bench = new TurnBench();
        bench.Conversations.Interruptions = 1_000;

        Assert.IsType<TurnResult.Unavailable>(await bench.SayAsync("hola", "a1"));

        Assert.Empty(bench.Sent);
    }

    [Fact]
    public async Task A_store_that_is_gone_keeps_nothing_and_says_nothing()
    {
        await using var bench = new TurnBench();
        await bench.SayAsync("hola", "a1");
        bench.Conversations.Unavailable = true;
        Assert.IsType<TurnResult.Unavailable>(await bench.SayAsync("avance", "a2"));
        bench.Conversations.Unavailable = false;

        Assert.IsType<TurnResult.Committed>(await bench.SayAsync("avance", "a2"));

        Assert.Equal(["1: hola", "2: avance"], bench.Sent);
    }

    [Fact]
    public async Task Replies_that_could_not_be_sent_wait_and_go_before_the_next_ones()
    {
        await using var bench = new TurnBench { ChannelGone = true };
        Assert.IsType<TurnResult.Committed>(await bench.SayAsync("hola", "a1"));
        bench.ChannelGone = false;

        await bench.SayAsync("avance", "a2");

        Assert.Equal(["1: hola", "2: avance"], bench.Sent);
        await bench.SayAsync("ayuda", "a3");
        Assert.True(bench.Conversations.Kept(TurnBench.Ana, "c1")!.Taken[0].Sent);
    }

    [Fact]
    public async Task Who_goes_to_another_conversation_and_comes_back_reads_nothing_twice()
    {
        await using var bench = new TurnBench();
        await bench.SayAsync("hola", "a1", "c1");
        await bench.SayAsync("avance", "a2", "c2");

        await bench.SayAsync("ayuda", "a3", "c1");

        Assert.Equal(["1: hola", "1: avance", "2: ayuda"], bench.Sent);
    }

    [Fact]
    public async Task A_channel_that_stays_gone_does_not_fill_the_row()
    {
        await using var bench = new TurnBench { ChannelGone = true };
        for (int i = 0; i < 100; i++)
            await bench.SayAsync($"{i}", $"a{i}");

        ConversationRecord kept = bench.Conversations.Kept(TurnBench.Ana, "c1")!;
        Assert.Equal(RecentTurns.UnsentKept, kept.Taken.Length);
        Assert.InRange(kept.OlderTurns.Length, 1, RecentTurns.MarksKept);
    }

    [Fact]
    public async Task A_receipt_number_that_is_taken_is_drawn_again()
    {
        await using var bench = new TurnBench { Changes = [new RoleGranted(TurnBench.Ana, Role.Coordinator)], ReceiptsTaken = 2 };

        Assert.IsType<TurnResult.Committed>(await bench.SayAsync("enviar", "a1"));

        Assert.Equal([0, 1, 2], bench.Decided.Select(heard => heard.Attempt));
        Assert.Single(bench.Applied);
    }

    [Theory]
    [InlineData("2026-11-24T04:59:59Z", "2026-11-23")]
    [InlineData("2026-11-24T05:00:00Z", "2026-11-24")]
    public void The_day_changes_at_midnight_in_Lima(string instant, string day) =>
        Assert.Equal(DateOnly.Parse(day, null), LimaCalendar.DayOf(DateTimeOffset.Parse(instant, null)));

    [Theory]
    [InlineData("en-US", "en")]
    [InlineData("EN", "en")]
    [InlineData("es-PE", "es")]
    [InlineData("engaño", "es")]
    [InlineData("", "es")]
    [InlineData(null, "es")]
    public void A_new_conversation_is_in_Spanish_unless_the_channel_says_English(string? locale, string language) =>
        Assert.Equal(language, Languages.From(locale));
}
