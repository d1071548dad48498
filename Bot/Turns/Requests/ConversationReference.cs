namespace AgaBot.Turns.Requests;

/// <summary>Where messages of the bot go. It is stored with the conversation, so that replies can be sent after a restart.</summary>
/// <param name="ServiceUrl">The connector's address; empty on the bot's own page.</param>
/// <param name="ReplyToId">The activity that is answered; null for a message on the bot's own initiative.</param>
/// <param name="IsVouched">
/// Whether a valid token confirmed that the channel is at <paramref name="ServiceUrl"/> [A7550]. The bot's token goes to confirmed
/// addresses only.
/// </param>
public sealed record ConversationReference(
    string ChannelId,
    string ServiceUrl,
    string ConversationId,
    string UserId,
    string? UserName,
    string BotId,
    string? BotName,
    string? Locale,
    string? ReplyToId,
    bool IsVouched = false
)
{
    /// <summary>
    /// Whether the person was alone with the bot in the conversation. Only then may the bot speak first about personal data.
    /// </summary>
    public bool IsPrivate { get; init; }
}
