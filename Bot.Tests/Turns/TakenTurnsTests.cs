using AgaBot.Turns;

namespace AgaBot.Tests.Turns;

/// <summary>What a conversation notes of its turns.</summary>
public sealed class TakenTurnsTests
{
    private static readonly ConversationReference Somewhere =
        new("emulator", "http://127.0.0.1:9", "c1", "p1", UserName: null, "bot", BotName: null, Locale: null, ReplyToId: null);

    private static readonly TakenTurn Turn = new(
        "t1", Somewhere, [new PendingReply("t1-0", "uno", null, default, ""), new PendingReply("t1-1", "dos", null, default, "")], Sent: false);

    [Fact]
    public void A_reply_that_two_instances_sent_is_noted_once()
    {
        TakenTurn partly = TakenTurns.Note(Turn, new Delivery.Waiting([new SentReply("t1-0", "a")], new TimeoutException()));

        TakenTurn noted = TakenTurns.Note(partly, new Delivery.Done([new SentReply("t1-0", "b"), new SentReply("t1-1", "c")]));

        Assert.Equal(["a", "c"], noted.Delivered.Select(sent => sent.ActivityId));
        Assert.True(noted.Sent);
    }
}
