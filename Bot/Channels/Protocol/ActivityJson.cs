using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using AgaBot.Json;

namespace AgaBot.Channels.Protocol;

/// <summary>The JSON of the wire: source-generated, case-sensitive, limited in depth, without null fields [A2004].</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(Activity))]
[JsonSerializable(typeof(ActivityList))]
[JsonSerializable(typeof(ConnectorResource))]
[JsonSerializable(typeof(ConversationParameters))]
[JsonSerializable(typeof(ErrorResponse))]
[JsonSerializable(typeof(InvokeResponse))]
[JsonSerializable(typeof(ResourceResponse))]
[JsonSerializable(typeof(WebChatData))]
internal sealed partial class ActivityJsonContext : JsonSerializerContext
{
    /// <summary>Maximum nesting depth. The card of a ficha has about ten levels; the <c>channelData</c> of clients has fewer.</summary>
    private const int MaxDepth = 48;

    /// <summary>Does not escape accents and emoji: this JSON is sent as UTF-8 over HTTP and never embedded in HTML.</summary>
    public static ActivityJsonContext Wire { get; } =
        new(
            new JsonSerializerOptions
            {
                PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
                DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
                MaxDepth = MaxDepth,
                Encoder = ReadableJson.Options.Encoder,
            }
        );

    public static byte[] Write(Activity activity) => ReadableJson.Write(activity, Default.Activity);

    private static readonly JsonReaderOptions Strict = new() { MaxDepth = MaxDepth };

    /// <summary>Null if the body is not the JSON of an activity.</summary>
    public static Activity? Read(ReadOnlySequence<byte> body)
    {
        var reader = new Utf8JsonReader(body, Strict);
        try
        {
            Activity? activity = JsonSerializer.Deserialize(ref reader, Wire.Activity);
            return reader.Read() ? null : activity;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>The response to an accepted activity.</summary>
internal sealed record ResourceResponse(string Id);

/// <summary>The response of a connector to an accepted request. The id can be missing.</summary>
internal sealed record ConnectorResource(string? Id);

/// <summary>The replies in the body of a response (<c>expectReplies</c>).</summary>
internal sealed record ActivityList(ImmutableArray<Activity> Activities);

/// <summary>The <c>channelData</c> of Web Chat.</summary>
/// <param name="FallbackText">The text for screen readers in place of the attachments.</param>
internal sealed record WebChatData([property: JsonPropertyName("webchat:fallback-text")] string FallbackText);

/// <summary>The error response of the connector API and of Direct Line.</summary>
internal sealed record ErrorResponse(ErrorDetail Error);

internal sealed record ErrorDetail(string Code, string Message);
