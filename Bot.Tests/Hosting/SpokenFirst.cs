using System.Collections.Immutable;
using System.Text.Json;
using AgaBot.Channels.Capabilities;
using AgaBot.Channels.Protocol;
using AgaBot.Channels.Rendering;
using AgaBot.Turns.Requests;
using AgaBot.Turns.Sending;
using AgaBot.Turns.State;

namespace AgaBot.Tests.Hosting;

/// <summary>Replaces the senders of all channels, and records the messages that the bot sends on its own initiative.</summary>
internal sealed class SpokenFirst(ReplyRenderer renderer) : IReplySenders, IReplySender
{
    private readonly List<BotMessage> said = [];

    /// <summary>The messages since the last call.</summary>
    public ImmutableArray<BotMessage> Take()
    {
        lock (said)
        {
            ImmutableArray<BotMessage> taken = [.. said];
            said.Clear();
            return taken;
        }
    }

    public IReplySender To(ConversationReference reference) => this;

    public bool MaySpeakFirst(ConversationReference reference) => true;

    public bool ShowsCards(ConversationReference to) => ChannelCapabilities.For(to.ChannelId).ShowsCards;

    public bool Replaces(ConversationReference to) => false;

    public ValueTask<Delivery> SendAsync(
        ConversationReference to,
        ImmutableArray<PendingReply> replies,
        CancellationToken cancellationToken
    )
    {
        lock (said)
            said.AddRange(replies.Select(reply => BotMessage.Of(JsonElement.Parse(ActivityJsonContext.Write(renderer.Render(to, reply))))));
        return ValueTask.FromResult<Delivery>(new Delivery.Done([.. replies.Select(reply => new SentReply(reply.Id, null))]));
    }
}
