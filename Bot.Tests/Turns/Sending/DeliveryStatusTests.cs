using AgaBot.Turns.Requests;
using AgaBot.Turns.Sending;
using AgaBot.Turns.State;

namespace AgaBot.Tests.Turns.Sending;

/// <summary>The delivery status of the turns that a conversation remembers.</summary>
public sealed class DeliveryStatusTests
{
    private static readonly ConversationReference Somewhere = new(
        "emulator",
        "http://127.0.0.1:9",
        "c1",
        "p1",
        UserName: null,
        "bot",
        BotName: null,
        Locale: null,
        ReplyToId: null
    );

    private static readonly TakenTurn Turn = new(
        "t1",
        Somewhere,
        [new PendingReply("t1-0", "uno", null, default, ""), new PendingReply("t1-1", "dos", null, default, "")],
        Sent: false
    );

    [Fact]
    public void A_reply_that_two_instances_sent_is_noted_once()
    {
        TakenTurn partly = DeliveryStatus.Record(Turn, new Delivery.Waiting([new SentReply("t1-0", "a")], new TimeoutException()));

        TakenTurn noted = DeliveryStatus.Record(partly, new Delivery.Done([new SentReply("t1-0", "b"), new SentReply("t1-1", "c")]));

        Assert.Equal(["a", "c"], noted.Delivered.Select(sent => sent.ActivityId));
        Assert.True(noted.Sent);
    }

    [Theory]
    [InlineData("http://127.0.0.1:10", false)]
    [InlineData("http://127.0.0.1:9", true)]
    public void A_turn_that_waits_goes_where_the_person_writes_from_by_now(string serviceUrl, bool isVouched)
    {
        TakenTurn moved = DeliveryStatus.Readdress(
            Turn,
            Somewhere with
            {
                ServiceUrl = serviceUrl,
                IsVouched = isVouched,
                ReplyToId = "a2",
            }
        );

        Assert.Equal(Somewhere with { ServiceUrl = serviceUrl, IsVouched = isVouched }, moved.Reference);
    }

    [Fact]
    public void A_turn_of_another_conversation_stays_where_it_was() =>
        Assert.Same(Turn, DeliveryStatus.Readdress(Turn, Somewhere with { ConversationId = "c2", ServiceUrl = "http://127.0.0.1:10" }));
}
