namespace AgaBot.Channels.Authentication;

/// <summary>Section <c>Bot</c>: which endpoints are served, and who may call them.</summary>
public sealed record BotOptions
{
    public const string Section = "Bot";

    /// <summary>
    /// The app registration of the bot in Azure Bot Service. If empty, only programs on the same machine may post activities.
    /// </summary>
    public string AppId { get; init; } = "";

    /// <summary>The Entra tenant, as a GUID, whose apps may call. Required if <see cref="AllowedCallers"/> is not empty.</summary>
    public string TenantId { get; init; } = "";

    /// <summary>Does not serve <c>/api/messages</c>. People then use the page only, and no app registration is needed.</summary>
    public bool WebOnly { get; init; }

    /// <summary>Apps of the tenant that may post activities. Azure Bot Service needs no entry.</summary>
    public IReadOnlyList<AllowedCaller> AllowedCallers { get; init; } = [];

    /// <summary>The issuers of the callers' tokens.</summary>
    public AuthenticationOptions Authentication { get; init; } = new();
}
