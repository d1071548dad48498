using AgaBot.Channels.Connector;
using AgaBot.Turns.Coordinators;
using Microsoft.Extensions.Options;

namespace AgaBot.Channels.Groups;

/// <summary>Section <c>Directory</c>: where and how often the directory is asked who is in which group (<c>Coordinators:GroupIds</c>).</summary>
public sealed record GroupOptions
{
    public const string Section = "Directory";

    /// <summary>Microsoft Graph's address; sovereign clouds have others.</summary>
    public string Graph { get; init; } = "https://graph.microsoft.com";

    /// <summary>How long an answer holds. Who is taken out of a group coordinates for so long at most.</summary>
    public TimeSpan FreshFor { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long the last answer holds while the directory cannot be asked. After that nobody coordinates by a group.</summary>
    public TimeSpan GoodFor { get; init; } = TimeSpan.FromHours(1);

    /// <summary>A turn does not wait longer for an answer; it goes on with the last one, or with none.</summary>
    public TimeSpan Within { get; init; } = TimeSpan.FromSeconds(2);
}

/// <summary>Refuses a start in which the directory could not be asked, or anybody could read the bot's token.</summary>
internal sealed class GroupOptionsValidator(IOptions<CoordinatorOptions> coordinators, IOptions<ConnectorOptions> app)
    : IValidateOptions<GroupOptions>
{
    public ValidateOptionsResult Validate(string? name, GroupOptions options)
    {
        string[] faults = [.. Faults(options)];
        return faults.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private IEnumerable<string> Faults(GroupOptions options)
    {
        if (!ServiceUrls.MayBeCalled(options.Graph, isVouched: true))
            yield return $"Directory:Graph is '{options.Graph}'; it has to be an https address, or one on this machine.";
        if (options.FreshFor <= TimeSpan.Zero || options.GoodFor < options.FreshFor || options.Within <= TimeSpan.Zero)
            yield return "Directory:FreshFor, Directory:GoodFor and Directory:Within are times, such as 00:05:00; GoodFor is not shorter than FreshFor.";
        if (coordinators.Value.Groups.Length > 0 && app.Value.AppId.Length == 0)
            yield return "Coordinators:GroupIds needs Bot:AppId: the directory tells members of groups to a registered app alone.";
    }
}
