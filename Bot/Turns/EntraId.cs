namespace AgaBot.Turns;

/// <summary>Somebody in the directory of an organisation (Microsoft Entra ID), as a channel vouches for it.</summary>
public sealed record EntraId(Guid Tenant, Guid ObjectId);
