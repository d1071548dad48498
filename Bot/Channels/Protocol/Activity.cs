using System.Collections.Immutable;
using AgaBot.Json;

namespace AgaBot.Channels.Protocol;

/// <summary>
/// The activity of the Activity specification 3.4, with the field names of the specification. Fields that AgaBot does not use are omitted;
/// unknown fields are accepted and ignored [A2005].
/// </summary>
public sealed record Activity
{
    public string? Type { get; init; }

    public string? Id { get; init; }

    /// <summary>
    /// As the channel sent it. The value may be out of order or malformed, and is never a reason to reject the activity [A2042].
    /// </summary>
    public string? Timestamp { get; init; }

    public string? ChannelId { get; init; }

    public string? ServiceUrl { get; init; }

    public ChannelAccount? From { get; init; }

    public ChannelAccount? Recipient { get; init; }

    public ConversationAccount? Conversation { get; init; }

    public string? ReplyToId { get; init; }

    public string? DeliveryMode { get; init; }

    /// <summary>A BCP 47 tag; the value may be malformed [A3021].</summary>
    public string? Locale { get; init; }

    public string? Text { get; init; }

    public string? TextFormat { get; init; }

    /// <summary>The text of the attachments, for channels that do not show attachments [A3070].</summary>
    public string? Summary { get; init; }

    /// <summary>The action of an <c>installationUpdate</c>: <c>add</c>, <c>remove</c>, or a value of the channel.</summary>
    public string? Action { get; init; }

    /// <summary>The name of an invoke or an event.</summary>
    public string? Name { get; init; }

    public ImmutableArray<ChannelAccount>? MembersAdded { get; init; }

    public ImmutableArray<Attachment>? Attachments { get; init; }

    /// <summary>Metadata about the text, such as mentions of people. Entities can have any shape.</summary>
    public RawJson? Entities { get; init; }

    /// <summary>The payload of a card's submit, an invoke or an event.</summary>
    public RawJson? Value { get; init; }

    public RawJson? ChannelData { get; init; }
}
