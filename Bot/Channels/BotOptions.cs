using Microsoft.Extensions.Options;

namespace AgaBot.Channels;

/// <summary>Section <c>Bot</c>: which doors are open.</summary>
public sealed record BotOptions
{
    public const string Section = "Bot";

    /// <summary>The app registration that Azure Bot Service knows the bot by. Without it, activities are taken from this machine alone.</summary>
    public string AppId { get; init; } = "";

    /// <summary>Takes <c>/api/messages</c> away: the page is the only way in, and no registration is needed.</summary>
    public bool WebOnly { get; init; }
}

/// <summary>Refuses a start that would leave a door open, or promise one that is not built.</summary>
internal sealed class BotOptionsValidator(IHostEnvironment environment) : IValidateOptions<BotOptions>
{
    public ValidateOptionsResult Validate(string? name, BotOptions options) => options switch
    {
        { AppId.Length: > 0 } => ValidateOptionsResult.Fail(
            "Bot:AppId is set, but this version cannot check the tokens that Azure Bot Service sends. Remove Bot:AppId and set Bot:WebOnly=true to serve the page alone."),
        { WebOnly: false } when environment.IsProduction() => ValidateOptionsResult.Fail(
            "In Production /api/messages would take activities that nobody vouches for. Set Bot:WebOnly=true to serve the page alone."),
        _ => ValidateOptionsResult.Success,
    };
}
