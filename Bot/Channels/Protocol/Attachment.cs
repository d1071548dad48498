using AgaBot.Json;

namespace AgaBot.Channels.Protocol;

/// <param name="Content">The JSON of a card; null for a file.</param>
/// <param name="Name">The name of a file.</param>
public sealed record Attachment(string ContentType, RawJson? Content = null, string? Name = null)
{
    public const string AdaptiveCard = "application/vnd.microsoft.card.adaptive";

    /// <summary>
    /// The content type of a file that a person sends in Teams. Its content has a download link that is valid for some minutes.
    /// </summary>
    public const string TeamsFile = "application/vnd.microsoft.teams.file.download.info";
}
