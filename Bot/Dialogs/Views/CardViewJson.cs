using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AgaBot.Dialogs.Views;

/// <summary>Writes a view as the data of its template: camel case, source-generated.</summary>
public static class CardViewJson
{
    public static ReadOnlyMemory<byte> Write(CardView view) =>
        JsonSerializer.SerializeToUtf8Bytes(view, view.GetType(), CardViewJsonContext.Readable);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, GenerationMode = JsonSourceGenerationMode.Default)]
[JsonSerializable(typeof(WelcomeView))]
[JsonSerializable(typeof(ConsentView))]
[JsonSerializable(typeof(ProfileView))]
[JsonSerializable(typeof(QuestionView))]
[JsonSerializable(typeof(RowsView))]
[JsonSerializable(typeof(ReviewView))]
[JsonSerializable(typeof(ConfirmView))]
[JsonSerializable(typeof(PrivateChatView))]
[JsonSerializable(typeof(ReceiptView))]
[JsonSerializable(typeof(ProposalsView))]
[JsonSerializable(typeof(ProgressView))]
[JsonSerializable(typeof(ConsultationsView))]
internal sealed partial class CardViewJsonContext : JsonSerializerContext
{
    /// <summary>Accents stay as they are: this JSON goes into a store and a card, never into HTML.</summary>
    public static CardViewJsonContext Readable { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
