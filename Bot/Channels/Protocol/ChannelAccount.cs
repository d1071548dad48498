namespace AgaBot.Channels.Protocol;

/// <summary>A person or a bot on a channel (Activity specification, "Channel account").</summary>
public sealed record ChannelAccount(string? Id, string? Name = null, string? Role = null);
