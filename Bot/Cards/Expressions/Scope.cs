using System.Text.Json;

namespace AgaBot.Cards.Expressions;

/// <summary>Where an expression stands: the item at hand, the whole data, and the item's place in the nearest list.</summary>
internal readonly record struct Scope(JsonElement Data, JsonElement Root, int? Index);
