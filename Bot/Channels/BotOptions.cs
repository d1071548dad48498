using AgaBot.Channels.Authentication;

namespace AgaBot.Channels;

/// <summary>Section <c>Bot</c>: which doors are open, and to whom.</summary>
public sealed record BotOptions
{
    public const string Section = "Bot";

    /// <summary>The app registration that Azure Bot Service knows the bot by. Without it, activities are taken from this machine alone.</summary>
    public string AppId { get; init; } = "";

    /// <summary>The Entra tenant, as a GUID, whose apps may call; needed where <see cref="AllowedCallers"/> names any.</summary>
    public string TenantId { get; init; } = "";

    /// <summary>Takes <c>/api/messages</c> away: the page is the only way in, and no registration is needed.</summary>
    public bool WebOnly { get; init; }

    /// <summary>Apps of the tenant that may post activities. Azure Bot Service may without standing here.</summary>
    public IReadOnlyList<AllowedCaller> AllowedCallers { get; init; } = [];

    /// <summary>Who issues callers' tokens.</summary>
    public AuthenticationOptions Authentication { get; init; } = new();
}
