using System.Text.Json.Serialization;

namespace AgaBot.Channels.DirectLine;

/// <summary>What Direct Line answers about a conversation.</summary>
/// <param name="StreamUrl">Null where only a token was asked for.</param>
internal sealed record ConversationResponse(string ConversationId, string Token, string? StreamUrl)
{
    /// <summary>In seconds.</summary>
    [JsonPropertyName("expires_in")]
    public int ExpiresIn { get; } = (int)DirectLineTokens.TokenLife.TotalSeconds;
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(ConversationResponse))]
internal sealed partial class DirectLineJsonContext : JsonSerializerContext;
