using System.Text.Json;
using NJsonSchema;

namespace AgaBot.Tests.Cards;

/// <summary>Microsoft's schema of Adaptive Cards 1.5.</summary>
internal static class CardSchema
{
    private static readonly Lazy<Task<JsonSchema>> Schema = new(() =>
        JsonSchema.FromFileAsync(Path.Combine(Repository.Root, "Bot.Tests", "Cards", "Schema", "adaptive-card-1.5.0.json"))
    );

    /// <summary>The schema violations of a card, with their paths.</summary>
    public static async Task<IReadOnlyList<string>> ProblemsAsync(JsonElement card) =>
        [.. (await Schema.Value).Validate(card.GetRawText()).Select(problem => problem.ToString())];
}
