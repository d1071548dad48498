using System.Text.Json;
using AgaBot.Channels.Protocol;
using AgaBot.Json;

namespace AgaBot.Channels.Files;

/// <summary>A file that is attached to a message.</summary>
internal abstract record AttachedFile
{
    private AttachedFile() { }

    /// <summary>A file with a download link. For some minutes, the link gives anybody access to the file.</summary>
    public sealed record Linked(Uri Link) : AttachedFile;

    /// <summary>A picture in the message.</summary>
    public sealed record Picture : AttachedFile;

    /// <summary>A file without a download link that the bot can read.</summary>
    public sealed record Unknown : AttachedFile;

    private const string DownloadUrl = "downloadUrl";

    private const string CardOrTeamsPrefix = "application/vnd.microsoft.";

    /// <summary>
    /// The first file of a message with a download link, otherwise the first attachment that is a file; null if there is none.
    /// </summary>
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

    private static AttachedFile? Of(string type, RawJson? content)
    {
        if (string.Equals(type, Attachment.TeamsFile, StringComparison.OrdinalIgnoreCase))
            return content is { } json && LinkIn(json) is { } link ? new Linked(link) : new Unknown();
        if (type.StartsWith("image/", StringComparison.OrdinalIgnoreCase))
            return new Picture();
        bool isFile =
            type.StartsWith("application/", StringComparison.OrdinalIgnoreCase)
            && !type.StartsWith(CardOrTeamsPrefix, StringComparison.OrdinalIgnoreCase);
        return isFile ? new Unknown() : null;
    }

    private static Uri? LinkIn(RawJson content)
    {
        using JsonDocument read = JsonDocument.Parse(content.Utf8);
        return Uri.TryCreate(JsonText.Of(read.RootElement, DownloadUrl), UriKind.Absolute, out Uri? address) ? address : null;
    }
}
