namespace AgaBot.Channels.Protocol;

/// <summary>A person or a bot on a channel (Activity specification, "Channel account").</summary>
/// <param name="AadObjectId">The object id in Entra ID, if the channel knows it.</param>
public sealed record ChannelAccount(string? Id, string? Name = null, string? Role = null, string? AadObjectId = null);
