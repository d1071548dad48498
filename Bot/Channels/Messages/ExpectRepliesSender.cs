using System.Collections.Immutable;
using AgaBot.Channels.Capabilities;
using AgaBot.Channels.Protocol;
using AgaBot.Channels.Rendering;
using AgaBot.Turns.Requests;
using AgaBot.Turns.Sending;
using AgaBot.Turns.State;

namespace AgaBot.Channels.Messages;

/// <summary>Collects the replies of a turn for the body of the response, for delivery mode <c>expectReplies</c> [A3113].</summary>
internal sealed class ExpectRepliesSender(ReplyRenderer renderer) : IReplySender
{
    private readonly List<Activity> rendered = [];

    public bool ShowsCards(ConversationReference to) => ChannelCapabilities.For(to.ChannelId).ShowsCards;

    /// <summary>False: the body of a response cannot refer to a message that was sent before.</summary>
    public bool Replaces(ConversationReference to) => false;

    public bool Answers => true;

    /// <summary>The sent replies have no activity ids, because the channel does not report them.</summary>
    public ValueTask<Delivery> SendAsync(
        ConversationReference to,
        ImmutableArray<PendingReply> replies,
        CancellationToken cancellationToken
    )
    {
        foreach (PendingReply reply in replies.SelectMany(reply => renderer.Parts(to, reply)))
            rendered.Add(renderer.Render(to, reply));
        return ValueTask.FromResult<Delivery>(new Delivery.Done([.. replies.Select(reply => new SentReply(reply.Id, null))]));
    }

    public Task WriteAsync(HttpResponse response) =>
        response.WriteAsJsonAsync(new ActivityList([.. rendered]), ActivityJsonContext.Wire.ActivityList);
}
