namespace AgaBot.Channels.Protocol;

/// <summary>A conversation on a channel (Activity specification, "Conversation account").</summary>
public sealed record ConversationAccount(string? Id);
