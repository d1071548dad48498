using System.Collections.Immutable;
using AgaBot.Channels.Protocol;
using AgaBot.Turns.Requests;
using AgaBot.Turns.Sending;
using AgaBot.Turns.State;

namespace AgaBot.Channels.Messages;

/// <summary>Holds a turn's replies for the body of the answer, where the caller asked for them there [A3113].</summary>
internal sealed class ExpectRepliesSender(ReplyRenderer renderer) : IReplySender
{
    private readonly List<Activity> rendered = [];

    /// <summary>Nothing in an answer names a message that was shown before.</summary>
    public bool ShowsCards(ConversationReference to) => ChannelCapabilities.For(to.ChannelId).ShowsCards;

    public bool Replaces(ConversationReference to) => false;

    public bool Answers => true;

    /// <summary>The channel tells nobody under which ids it shows what stood in an answer.</summary>
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
