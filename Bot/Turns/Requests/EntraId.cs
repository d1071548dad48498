namespace AgaBot.Turns.Requests;

/// <summary>A person in an organisation's directory (Microsoft Entra ID), for whom a channel vouches.</summary>
public sealed record EntraId(Guid Tenant, Guid ObjectId);
