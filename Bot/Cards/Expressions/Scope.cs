using System.Text.Json;

namespace AgaBot.Cards.Expressions;

/// <summary>The data that an expression can read: the current item, the root, and the index of the item in the innermost list.</summary>
/// <param name="Missing">Called for each shown expression whose value is missing.</param>
internal readonly record struct Scope(JsonElement Data, JsonElement Root, int? Index, Action<string>? Missing);
