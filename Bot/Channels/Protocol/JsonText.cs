using System.Text.Json;

namespace AgaBot.Channels.Protocol;

/// <summary>Reads texts from JSON of unknown shape.</summary>
internal static class JsonText
{
    /// <summary>The text of a property; null if the element is not an object, or has no text of that name.</summary>
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
            // An escaped lone surrogate: valid JSON, but not valid text.
            return null;
        }
    }
}
