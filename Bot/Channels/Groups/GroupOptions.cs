using AgaBot.Channels.Connector;
using AgaBot.Turns.Coordinators;
using Microsoft.Extensions.Options;

namespace AgaBot.Channels.Groups;

/// <summary>Section <c>Directory</c>: queries of the members of <c>Coordinators:GroupIds</c> in the directory.</summary>
public sealed record GroupOptions
{
    public const string Section = "Directory";

    /// <summary>The address of Microsoft Graph; sovereign clouds use other addresses.</summary>
    public string Graph { get; init; } = "https://graph.microsoft.com";

    /// <summary>
    /// How long a result is used without a new query. A person who is removed from a group stops coordinating within this time.
    /// </summary>
    public TimeSpan FreshFor { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// How long the last result remains valid while the directory is unavailable. After that, nobody coordinates by a group.
    /// </summary>
    public TimeSpan GoodFor { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Maximum time that a turn waits for a query. After that, the turn uses the last result, or none.</summary>
    public TimeSpan Within { get; init; } = TimeSpan.FromSeconds(2);
}

/// <summary>Stops the start on settings with which the directory cannot be queried, or the bot's token could be read by others.</summary>
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
        {
            yield return "Directory:FreshFor, Directory:GoodFor and Directory:Within are times, such as 00:05:00; "
                + "GoodFor is not shorter than FreshFor.";
        }
        if (coordinators.Value.Groups.Length > 0 && app.Value.AppId.Length == 0)
            yield return "Coordinators:GroupIds needs Bot:AppId: the directory tells members of groups to a registered app alone.";
    }
}
