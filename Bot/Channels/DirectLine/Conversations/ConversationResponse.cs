using System.Text.Json.Serialization;
using AgaBot.Channels.DirectLine.Authorization;

namespace AgaBot.Channels.DirectLine.Conversations;

/// <summary>The <c>Conversation</c> object of Direct Line 3.0.</summary>
/// <param name="StreamUrl">Null in the response to a token request.</param>
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
