using AgaBot.Json;

namespace AgaBot.Channels.Protocol;

/// <param name="Content">For a card, the card, as it left the templates; null for a file.</param>
/// <param name="Name">A file's.</param>
public sealed record Attachment(string ContentType, RawJson? Content = null, string? Name = null)
{
    public const string AdaptiveCard = "application/vnd.microsoft.card.adaptive";

    /// <summary>How Teams says that a person sent a file; its content names a link that opens the file for some minutes.</summary>
    public const string TeamsFile = "application/vnd.microsoft.teams.file.download.info";
}
