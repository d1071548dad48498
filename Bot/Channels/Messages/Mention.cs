using System.Collections.Immutable;
using System.Text.Json;
using AgaBot.Channels.Protocol;
using AgaBot.Json;

namespace AgaBot.Channels.Messages;

/// <summary>Somebody who is named in a message, as the activity's entities tell it.</summary>
/// <param name="Id">Whom the channel means, whatever the text calls them.</param>
/// <param name="Name">Null where the channel says none.</param>
/// <param name="Text">The exact piece of the message's text that stands for them, e.g. <c>&lt;at&gt;Rosa&lt;/at&gt;</c>.</param>
internal sealed record Mention(string Id, string? Name, string Text)
{
    /// <summary>Nobody names more people in one message: what comes after is somebody's experiment.</summary>
    private const int Most = 50;

    private const string EntityType = "mention";

    /// <summary>The mentions among an activity's entities. What is of another type [A2104], or is missing a part, is none.</summary>
    public static ImmutableArray<Mention> ReadAll(RawJson entities)
    {
        using JsonDocument document = JsonDocument.Parse(entities.Utf8);
        if (document.RootElement.ValueKind != JsonValueKind.Array)
            return [];
        var mentions = ImmutableArray.CreateBuilder<Mention>();
        foreach (JsonElement entity in document.RootElement.EnumerateArray().Take(Most))
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
