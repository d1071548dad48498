using System.Collections.Immutable;
using System.Text.Json;
using AgaBot.Channels.Protocol;
using AgaBot.Json;

namespace AgaBot.Channels.Inbound;

/// <summary>A mention in a message, from the entities of the activity.</summary>
/// <param name="Id">The channel id of the mentioned account.</param>
/// <param name="Name">Null if the channel sends no name.</param>
/// <param name="Text">The exact part of the message text that is the mention, e.g. <c>&lt;at&gt;Rosa&lt;/at&gt;</c>.</param>
internal sealed record Mention(string Id, string? Name, string Text)
{
    /// <summary>Maximum number of entities that are read. Real messages have fewer.</summary>
    private const int MaxEntities = 50;

    private const string EntityType = "mention";

    /// <summary>
    /// The mentions among the entities of an activity. Entities of other types [A2104] and incomplete mentions are ignored.
    /// </summary>
    public static ImmutableArray<Mention> ReadAll(RawJson entities)
    {
        using JsonDocument document = JsonDocument.Parse(entities.Utf8);
        if (document.RootElement.ValueKind != JsonValueKind.Array)
            return [];
        var mentions = ImmutableArray.CreateBuilder<Mention>();
        foreach (JsonElement entity in document.RootElement.EnumerateArray().Take(MaxEntities))
        {
            if (Read(entity) is { } mention)
                mentions.Add(mention);
        }
        return mentions.ToImmutable();
    }

    private static Mention? Read(JsonElement entity) =>
        JsonText.Of(entity, "type") == EntityType
        && JsonText.Of(entity, "text") is { Length: > 0 } text
        && entity.TryGetProperty("mentioned", out JsonElement mentioned)
        && JsonText.Of(mentioned, "id") is { Length: > 0 } id
            ? new Mention(id, JsonText.Of(mentioned, "name"), text)
            : null;
}
