using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using AgaBot.Channels.Protocol;
using AgaBot.Dialogs.Inputs;
using AgaBot.Json;

namespace AgaBot.Channels.DirectLine.Conversations;

/// <summary>Hides codes in the activity of a person before the log of the conversation keeps it.</summary>
internal sealed class ActivityRedaction(ICodeRedaction codes)
{
    /// <summary>The page recognises its message by this id, which is random and may look like a code.</summary>
    private const string ClientId = "clientActivityID";

    public Activity Redact(Activity activity) =>
        activity with
        {
            Text = activity.Text is { } text ? codes.RedactMessage(text) : null,
            Summary = Redact(activity.Summary),
            Value = Redact(activity.Value),
            ChannelData = Redact(activity.ChannelData),
            Entities = Redact(activity.Entities),
        };

    [return: NotNullIfNotNull(nameof(text))]
    public string? Redact(string? text) => text is null ? null : codes.Redact(text);

    private RawJson? Redact(RawJson? json)
    {
        if (json is not { } given)
            return null;
        using JsonDocument read = JsonDocument.Parse(given.Utf8);
        var written = new ArrayBufferWriter<byte>(given.Utf8.Length);
        try
        {
            using var writer = new Utf8JsonWriter(written);
            if (!Copy(read.RootElement, writer))
                return given;
            writer.Flush();
        }
        catch (InvalidOperationException)
        {
            // An escaped lone surrogate: valid JSON, but not valid text. What cannot be read is not kept.
            return null;
        }
        return new RawJson(written.WrittenMemory.ToArray());
    }

    /// <summary>True if something was hidden.</summary>
    private bool Copy(JsonElement element, Utf8JsonWriter writer)
    {
        bool isChanged = false;
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (JsonProperty property in element.EnumerateObject())
                {
                    string name = codes.Redact(property.Name);
                    isChanged |= name != property.Name;
                    writer.WritePropertyName(name);
                    if (property.NameEquals(ClientId))
                        property.Value.WriteTo(writer);
                    else
                        isChanged |= Copy(property.Value, writer);
                }
                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (JsonElement item in element.EnumerateArray())
                    isChanged |= Copy(item, writer);
                writer.WriteEndArray();
                break;
            case JsonValueKind.String when element.GetString()! is var text && codes.Redact(text) is var redacted && redacted != text:
                writer.WriteStringValue(redacted);
                isChanged = true;
                break;
            default:
                element.WriteTo(writer);
                break;
        }
        return isChanged;
    }
}
