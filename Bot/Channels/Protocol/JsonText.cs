using System.Text.Json;

namespace AgaBot.Channels.Protocol;

/// <summary>Reads texts out of JSON whose shape nobody has vouched for.</summary>
internal static class JsonText
{
    /// <summary>A property's text; null where the element is no object, or has no text under that name.</summary>
    public static string? Of(JsonElement element, string name)
    {
        if (
            element.ValueKind != JsonValueKind.Object
            || !element.TryGetProperty(name, out JsonElement value)
            || value.ValueKind != JsonValueKind.String
        )
            return null;
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair, escaped: JSON by its grammar, but no text.
            return null;
        }
    }
}
