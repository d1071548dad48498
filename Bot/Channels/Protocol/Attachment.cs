namespace AgaBot.Channels.Protocol;

/// <param name="Content">For a card, the card, as it left the templates.</param>
public sealed record Attachment(string ContentType, RawJson Content)
{
    public const string AdaptiveCard = "application/vnd.microsoft.card.adaptive";
}
