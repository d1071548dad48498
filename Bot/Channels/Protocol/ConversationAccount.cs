namespace AgaBot.Channels.Protocol;

/// <summary>A conversation on a channel (Activity specification, "Conversation account").</summary>
/// <param name="Id">In a channel of a team, the id ends in <c>;messageid=…</c>. A reply to this id appears in the same thread.</param>
/// <param name="ConversationType">In Teams <c>personal</c>, <c>groupChat</c> or <c>channel</c>.</param>
public sealed record ConversationAccount(string? Id, bool? IsGroup = null, string? ConversationType = null, string? TenantId = null);
