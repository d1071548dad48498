using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using AgaBot.Json;

namespace AgaBot.Channels.Protocol;

/// <summary>The wire's JSON: source-generated, case-sensitive, bounded in depth, without empty fields [A2004].</summary>
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
    /// <summary>A ficha's card nests about ten deep; a client's <c>channelData</c> less.</summary>
    private const int MaxDepth = 48;

    /// <summary>Accents and emoji stay as they are: this JSON goes over HTTP as UTF-8, never into HTML.</summary>
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

    /// <summary>Null where it is not an activity's JSON.</summary>
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

/// <summary>What the protocol answers where an activity was taken: its id.</summary>
internal sealed record ResourceResponse(string Id);

/// <summary>What a connector answers where it took something: its id, which may be missing.</summary>
internal sealed record ConnectorResource(string? Id);

/// <summary>Replies in the body of an answer.</summary>
internal sealed record ActivityList(ImmutableArray<Activity> Activities);

/// <summary>What Web Chat understands in <c>channelData</c>.</summary>
/// <param name="FallbackText">What a screen reader hears in place of the attachments.</param>
internal sealed record WebChatData([property: JsonPropertyName("webchat:fallback-text")] string FallbackText);

/// <summary>How the connector's and Direct Line's APIs say that something is wrong.</summary>
internal sealed record ErrorResponse(ErrorDetail Error);

internal sealed record ErrorDetail(string Code, string Message);
