using System.Text.Json;

namespace AgaBot.Cards.Expressions;

/// <summary>Where an expression stands: the item at hand, the whole data, and the item's place in the nearest list.</summary>
/// <param name="Missing">Told each expression that was to be shown and gave nothing.</param>
internal readonly record struct Scope(JsonElement Data, JsonElement Root, int? Index, Action<string>? Missing);
