using AgaBot.Turns.Running;
using AgaBot.Turns.Sending;
using AgaBot.Turns.State;

namespace AgaBot.Tests.Turns.Sending;

/// <summary>The replies of committed turns are sent in order, once, and delay no other turn.</summary>
public sealed class OutboxTests
{
    [Fact]
    public async Task A_slow_channel_holds_up_neither_the_turn_nor_the_next_one_and_keeps_the_order()
    {
        await using var bench = new TurnBench();
        var open = new TaskCompletionSource();
        bench.ChannelHeldUntil = open.Task;

        TurnResult first = await bench.RunAsync("hola", "a1");
        TurnResult second = await bench.RunAsync("avance", "a2");

        Assert.Equal(2, bench.Conversations.Commits);
        Assert.Empty(bench.Sent);
        open.SetResult();
        await first.Sending;
        await second.Sending;
        Assert.Equal(["1: hola", "2: avance"], bench.Sent);
    }

    [Fact]
    public async Task A_turn_that_is_on_its_way_and_redelivered_is_sent_once()
    {
        await using var bench = new TurnBench();
        var open = new TaskCompletionSource();
        bench.ChannelHeldUntil = open.Task;
        await bench.RunAsync("hola", "a1");

        TurnResult again = await bench.RunAsync("hola", "a1");

        Assert.IsType<TurnResult.Redelivered>(again);
        open.SetResult();
        await again.Sending;
        Assert.Equal(["1: hola"], bench.Sent);
    }

    [Fact]
    public async Task What_was_taken_of_a_turn_is_not_sent_again_with_its_rest()
    {
        await using var bench = new TurnBench { RepliesATurn = 3, ChannelTakes = 1 };
        await bench.SayAsync("hola", "a1");
        bench.ChannelTakes = int.MaxValue;

        await bench.SayAsync("avance", "a2");

        Assert.Equal(["1: hola", "1: hola+", "1: hola++", "2: avance", "2: avance+", "2: avance++"], bench.Sent);
    }

    [Fact]
    public async Task What_waits_behind_a_turn_that_cannot_be_sent_does_not_overtake_it()
    {
        await using var bench = new TurnBench();
        var open = new TaskCompletionSource();
        bench.ChannelHeldUntil = open.Task;
        bench.ChannelTakes = 0;
        TurnResult first = await bench.RunAsync("hola", "a1");
        TurnResult second = await bench.RunAsync("avance", "a2");
        open.SetResult();
        await first.Sending;
        await second.Sending;
        Assert.Empty(bench.Sent);
        bench.ChannelTakes = int.MaxValue;

        await bench.SayAsync("ayuda", "a3");

        Assert.Equal(["1: hola", "2: avance", "3: ayuda"], bench.Sent);
    }

    [Fact]
    public async Task The_ids_that_the_channel_gave_are_kept_with_the_turn()
    {
        await using var bench = new TurnBench { RepliesATurn = 2 };
        await bench.SayAsync("hola", "a1");

        await bench.SayAsync("avance", "a2");

        TakenTurn first = bench.Conversations.Kept(TurnBench.Ana, "c1")!.Taken[0];
        Assert.Equal(first.Replies.Select(reply => new SentReply(reply.Id, $"sent-{reply.Id}")), first.Delivered);
    }

    [Fact]
    public async Task What_was_sent_after_the_person_went_to_another_conversation_is_not_sent_again()
    {
        await using var bench = new TurnBench();
        var open = new TaskCompletionSource();
        bench.ChannelHeldUntil = open.Task;
        TurnResult here = await bench.RunAsync("hola", "a1", "c1");
        TurnResult there = await bench.RunAsync("avance", "a2", "c2");
        open.SetResult();
        await here.Sending;
        await there.Sending;

        await bench.SayAsync("ayuda", "a3", "c1");

        Assert.Equal(["1: hola", "1: avance", "2: ayuda"], bench.Sent);
    }

    [Fact]
    public async Task Who_cannot_be_reached_is_left_alone_until_they_write_again()
    {
        await using var bench = new TurnBench { Unreachable = "MessageWritesBlocked" };
        await bench.SayAsync("hola", "a1");
        await bench.SayAsync("avance", "a2");
        Assert.True(bench.Conversations.Kept(TurnBench.Ana, "c1")!.Taken[0].Sent);
        bench.Unreachable = null;

        await bench.SayAsync("ayuda", "a3");

        Assert.Equal(["3: ayuda"], bench.Sent);
    }

    [Fact]
    public void Why_a_person_cannot_be_reached_is_kept_until_their_next_turn()
    {
        var turn = new TakenTurn("t1", new("test", "", "c", "ana", null, "bot", null, null, null), [], Sent: false);
        ConversationRecord conversation = RecentTurns.Add(new(AgaBot.Dialogs.ConversationState.New("es"), [], []), turn);

        ConversationRecord unreachable = DeliveryStatus.Record(conversation, "t1", new Delivery.Unreachable([], "MessageWritesBlocked"));

        Assert.Equal("MessageWritesBlocked", unreachable.Unreachable);
        Assert.Null(RecentTurns.Add(unreachable, turn with { TurnId = "t2" }).Unreachable);
    }

    [Theory]
    [InlineData("es-PE", "Disculpe")]
    [InlineData("en", "Sorry")]
    public async Task A_mistake_of_ours_is_told_in_one_sentence_and_changes_nothing(string locale, string word)
    {
        await using var bench = new TurnBench { Locale = locale };
        await bench.SayAsync("hola", "a1");
        bench.Fault = new InvalidOperationException("bug");

        Assert.IsType<TurnResult.Broke>(await bench.SayAsync("avance", "a2"));

        Assert.StartsWith(word, bench.Sent[^1], StringComparison.Ordinal);
        Assert.Equal(1, bench.Conversations.Kept(TurnBench.Ana, "c1")!.State.CodeAttempts);
        bench.Fault = null;
        Assert.IsType<TurnResult.Redelivered>(await bench.SayAsync("avance", "a2"));
        await bench.SayAsync("avance", "a3");
        Assert.Equal("2: avance", bench.Sent[^1]);
    }

    [Fact]
    public async Task A_mistake_of_ours_is_told_also_where_it_cannot_be_kept()
    {
        await using var bench = new TurnBench();
        bench.Conversations.Fault = new InvalidOperationException("bug");

        Assert.IsType<TurnResult.Broke>(await bench.SayAsync("hola", "a1"));

        Assert.StartsWith("Disculpe", Assert.Single(bench.Sent), StringComparison.Ordinal);
    }
}
