using System.Collections.Immutable;
using System.Text.Json;
using AgaBot.Cards;
using AgaBot.Channels.Protocol;
using AgaBot.Json;
using AgaBot.Turns.Requests;
using AgaBot.Turns.State;
using Microsoft.Extensions.Options;

namespace AgaBot.Channels;

/// <summary>Turns a kept reply into the activity that a channel shows best.</summary>
internal sealed class ReplyRenderer(CardTemplates cards, IOptions<ChannelOptions> options)
{
    /// <summary>
    /// What people wrote stands in what others read, so the words are plain: as Markdown, a proposal could hide a link or break the layout.
    /// </summary>
    private const string Plain = "plain";

    /// <summary>The messages that a reply takes on a channel: itself, or its words in parts where they are too long for one.</summary>
    public ImmutableArray<PendingReply> Parts(ConversationReference to, PendingReply reply)
    {
        ChannelCapabilities channel = ChannelCapabilities.For(to.ChannelId);
        bool words = reply.Template is null || !channel.ShowsCards;
        int? max = options.Value.MaxTextLength.TryGetValue(to.ChannelId, out int set) ? set : channel.MaxTextLength;
        if (!words || max is not { } longest || reply.Text.Length <= longest)
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
            // What takes an older message's place answers nothing new.
            ReplyToId = reply.Replaces is null ? to.ReplyToId : null,
        };
        if (reply.Template is not { } template || !channel.ShowsCards)
            return activity with { Text = reply.Text, TextFormat = Plain };

        return activity with
        {
            Summary = reply.Text,
            Attachments = [new(Attachment.AdaptiveCard, new RawJson(cards.Expand(template, reply.Data)))],
            ChannelData = channel.ReadsFallbackText ? FallbackText(reply.Text) : null,
        };
    }

    /// <summary>Without it Web Chat reads out neither a card's texts nor its labels.</summary>
    private static RawJson FallbackText(string text) =>
        new(JsonSerializer.SerializeToUtf8Bytes(new WebChatData(text), ActivityJsonContext.Wire.WebChatData));
}
