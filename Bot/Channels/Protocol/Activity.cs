using System.Collections.Immutable;
using AgaBot.Json;

namespace AgaBot.Channels.Protocol;

/// <summary>
/// The one thing that travels between a channel and a bot, under the names of the Activity specification 3.4. Fields that AgaBot has
/// no use for are left out: unknown fields are accepted and dropped [A2005].
/// </summary>
public sealed record Activity
{
    public string? Type { get; init; }

    public string? Id { get; init; }

    /// <summary>As the channel wrote it: it may be out of order or nonsense, and is never a reason to reject [A2042].</summary>
    public string? Timestamp { get; init; }

    public string? ChannelId { get; init; }

    public string? ServiceUrl { get; init; }

    public ChannelAccount? From { get; init; }

    public ChannelAccount? Recipient { get; init; }

    public ConversationAccount? Conversation { get; init; }

    public string? ReplyToId { get; init; }

    public string? DeliveryMode { get; init; }

    /// <summary>BCP 47, or nonsense [A3021].</summary>
    public string? Locale { get; init; }

    public string? Text { get; init; }

    public string? TextFormat { get; init; }

    /// <summary>The words of the attachments, for channels that show none [A3070].</summary>
    public string? Summary { get; init; }

    /// <summary>Of an <c>installationUpdate</c>: <c>add</c>, <c>remove</c>, or a channel's own.</summary>
    public string? Action { get; init; }

    /// <summary>The name of an invoke or an event.</summary>
    public string? Name { get; init; }

    public ImmutableArray<ChannelAccount>? MembersAdded { get; init; }

    public ImmutableArray<Attachment>? Attachments { get; init; }

    /// <summary>Things that the text names, among them people; each may be of any shape.</summary>
    public RawJson? Entities { get; init; }

    /// <summary>What a card's submit, an invoke or an event carries.</summary>
    public RawJson? Value { get; init; }

    public RawJson? ChannelData { get; init; }
}
