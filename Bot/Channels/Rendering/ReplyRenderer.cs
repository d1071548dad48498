using System.Collections.Immutable;
using System.Text.Json;
using AgaBot.Cards;
using AgaBot.Channels.Capabilities;
using AgaBot.Channels.Protocol;
using AgaBot.Dialogs.Views;
using AgaBot.Json;
using AgaBot.Turns.Requests;
using AgaBot.Turns.State;
using Microsoft.Extensions.Options;

namespace AgaBot.Channels.Rendering;

/// <summary>Renders a stored reply as an activity for a channel.</summary>
internal sealed class ReplyRenderer(CardTemplates cards, IOptions<ChannelOptions> options)
{
    /// <summary>
    /// Texts contain what other people wrote, so they are plain text: as Markdown, a proposal could hide a link or break the layout.
    /// </summary>
    private const string Plain = "plain";

    /// <summary>The messages of a reply on a channel: the reply itself, or the parts of its text if it is too long.</summary>
    public ImmutableArray<PendingReply> Parts(ConversationReference to, PendingReply reply)
    {
        ChannelCapabilities channel = ChannelCapabilities.For(to.ChannelId);
        bool isText = reply.Template is null || !channel.ShowsCards;
        int? max = options.Value.MaxTextLength.TryGetValue(to.ChannelId, out int set) ? set : channel.MaxTextLength;
        if (!isText || max is not { } longest || reply.Text.Length <= longest)
            return [reply];
        return [.. MessageParts.Of(reply.Text, longest).Select((text, i) => new PendingReply($"{reply.Id}.{i}", text, null, default, ""))];
    }

    public Activity Render(ConversationReference to, PendingReply reply)
    {
        ChannelCapabilities channel = ChannelCapabilities.For(to.ChannelId);
        var activity = new Activity
        {
            Type = ActivityTypes.Message,
            ChannelId = to.ChannelId,
            From = new(to.BotId, to.BotName),
            Recipient = new(to.UserId, to.UserName),
            Conversation = new(to.ConversationId),
            // A message that replaces an older one is not a response to the current activity.
            ReplyToId = reply.Replaces is null ? to.ReplyToId : null,
        };
        if (reply.Template is not { } template || !channel.ShowsCards)
            return activity with { Text = DeadLinks.In(reply.Text), TextFormat = Plain };

        return activity with
        {
            Summary = DeadLinks.In(reply.Text),
            Attachments = [new(Attachment.AdaptiveCard, new RawJson(cards.Expand(template, reply.Data)))],
            ChannelData = channel.ReadsFallbackText ? FallbackText(reply.Text) : null,
        };
    }

    /// <summary>Without this text, Web Chat gives screen readers neither the texts nor the labels of a card.</summary>
    private static RawJson FallbackText(string text) =>
        new(JsonSerializer.SerializeToUtf8Bytes(new WebChatData(text), ActivityJsonContext.Wire.WebChatData));
}
