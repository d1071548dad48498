using System.Text.Json;
using AgaBot.Channels.Protocol;
using AgaBot.Json;

namespace AgaBot.Channels.Files;

/// <summary>What a message brings beside its words.</summary>
internal abstract record AttachedFile
{
    private AttachedFile() { }

    /// <summary>A file behind a link that opens it for some minutes, to whoever has it.</summary>
    public sealed record Linked(Uri Link) : AttachedFile;

    /// <summary>A picture within the message.</summary>
    public sealed record Picture : AttachedFile;

    /// <summary>A file that the channel does not hand over, or not in a way that is known.</summary>
    public sealed record Unknown : AttachedFile;

    private const string DownloadUrl = "downloadUrl";

    private const string OursAndTeams = "application/vnd.microsoft.";

    /// <summary>The first file of a message, else its picture; null where it has neither.</summary>
    public static AttachedFile? Of(Activity activity)
    {
        AttachedFile? found = null;
        foreach (Attachment? one in activity.Attachments ?? [])
        {
            if (one?.ContentType is { } type && Of(type, one.Content) is { } file && found is not Linked)
                found = found is null || file is Linked ? file : found;
        }
        return found;
    }

    private static AttachedFile? Of(string type, RawJson? content) =>
        string.Equals(type, Attachment.TeamsFile, StringComparison.OrdinalIgnoreCase)
            ? content is { } json && LinkIn(json) is { } link
                ? new Linked(link)
                : new Unknown()
            : type.StartsWith("image/", StringComparison.OrdinalIgnoreCase)
                ? new Picture()
                : type.StartsWith("application/", StringComparison.OrdinalIgnoreCase)
                && !type.StartsWith(OursAndTeams, StringComparison.OrdinalIgnoreCase)
                    ? new Unknown()
                    : null;

    private static Uri? LinkIn(RawJson content)
    {
        using JsonDocument read = JsonDocument.Parse(content.Utf8);
        return Uri.TryCreate(JsonText.Of(read.RootElement, DownloadUrl), UriKind.Absolute, out Uri? address) ? address : null;
    }
}
