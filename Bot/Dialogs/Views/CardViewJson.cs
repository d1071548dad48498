using System.Text.Json.Serialization;
using AgaBot.Json;

namespace AgaBot.Dialogs.Views;

/// <summary>Writes a view as the data of its template: camel case, source-generated.</summary>
public static class CardViewJson
{
    public static ReadOnlyMemory<byte> Write(CardView view) =>
        ReadableJson.Write(
            view,
            CardViewJsonContext.Default.GetTypeInfo(view.GetType())
                ?? throw new NotSupportedException($"{view.GetType().Name} is no view of a card.")
        );
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, GenerationMode = JsonSourceGenerationMode.Default)]
[JsonSerializable(typeof(WelcomeView))]
[JsonSerializable(typeof(MessageView))]
[JsonSerializable(typeof(DraftsView))]
[JsonSerializable(typeof(AnswersView))]
[JsonSerializable(typeof(ConsentView))]
[JsonSerializable(typeof(ProfileView))]
[JsonSerializable(typeof(QuestionView))]
[JsonSerializable(typeof(PairView))]
[JsonSerializable(typeof(RowsView))]
[JsonSerializable(typeof(HeadCountView))]
[JsonSerializable(typeof(OneRowView))]
[JsonSerializable(typeof(ReviewView))]
[JsonSerializable(typeof(ConfirmView))]
[JsonSerializable(typeof(PrivateChatView))]
[JsonSerializable(typeof(AnsweredView))]
[JsonSerializable(typeof(ReceiptView))]
[JsonSerializable(typeof(ProposalsView))]
[JsonSerializable(typeof(ReminderView))]
[JsonSerializable(typeof(ProgressView))]
[JsonSerializable(typeof(ConsultationsView))]
internal sealed partial class CardViewJsonContext : JsonSerializerContext;
