using Microsoft.Extensions.Options;

namespace AgaBot.Turns.Coordinators;

/// <summary>
/// Section <c>Coordinators</c>: people of a directory who are coordinators. The section also holds <c>AccessCode</c>, read elsewhere: the
/// code by which the first person becomes a coordinator. Empty means nobody does; in any environment but Development a code needs 60 bits,
/// e.g. of <c>openssl rand -hex 16</c>, or the start is refused (docs/decisions/0042).
/// </summary>
public sealed record CoordinatorOptions
{
    public const string Section = "Coordinators";

    /// <summary>Maximum number of groups in one request (Microsoft Graph, <c>checkMemberGroups</c>).</summary>
    internal const int MostGroups = 20;

    /// <summary>The directory (tenant) of <see cref="ObjectIds"/> and <see cref="GroupIds"/>: a GUID.</summary>
    public string Tenant { get; init; } = "";

    /// <summary>Object ids of coordinators, each a GUID.</summary>
    public string[] ObjectIds { get; init; } = [];

    /// <summary>
    /// Object ids of groups whose members are coordinators, each a GUID, at most twenty. Members of nested groups count.
    /// </summary>
    public string[] GroupIds { get; init; } = [];

    /// <summary>The non-empty entries of <see cref="GroupIds"/>.</summary>
    internal string[] Groups => [.. GroupIds.Where(static id => id.Length > 0)];
}

/// <summary>Refuses a start with settings in which a coordinator could not be recognised.</summary>
internal sealed class CoordinatorOptionsValidator : IValidateOptions<CoordinatorOptions>
{
    public ValidateOptionsResult Validate(string? name, CoordinatorOptions options)
    {
        string[] faults = [.. Faults(options)];
        return faults.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(CoordinatorOptions options)
    {
        if (options.Tenant.Length > 0 && !Guid.TryParseExact(options.Tenant, "D", out _))
            yield return $"Coordinators:Tenant is '{options.Tenant}'; the tenant's id is a GUID, "
                + "e.g. 72f988bf-86f1-41af-91ab-2d7cd011db47.";
        foreach (
            (string setting, string[] ids) in new[]
            {
                (nameof(options.ObjectIds), options.ObjectIds),
                (nameof(options.GroupIds), options.Groups),
            }
        )
        {
            if (ids.Length > 0 && options.Tenant.Length == 0)
                yield return $"Coordinators:{setting} is set and Coordinators:Tenant is not: "
                    + "an object id means somebody only within a tenant.";
        }
        foreach (string id in options.ObjectIds.Where(static id => !Guid.TryParseExact(id, "D", out _)))
            yield return $"Coordinators:ObjectIds has '{id}'; a person's object id is a GUID.";
        foreach (string id in options.Groups.Where(static id => !Guid.TryParseExact(id, "D", out _)))
            yield return $"Coordinators:GroupIds has '{id}'; a group's object id is a GUID.";
        if (options.Groups.Length > CoordinatorOptions.MostGroups)
            yield return $"Coordinators:GroupIds has {options.Groups.Length} groups; it can have {CoordinatorOptions.MostGroups}.";
    }
}
