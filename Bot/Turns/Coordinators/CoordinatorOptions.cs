using Microsoft.Extensions.Options;

namespace AgaBot.Turns.Coordinators;

/// <summary>Section <c>Coordinators</c>: who coordinates by what their directory says of them. <c>AccessCode</c> is beside these.</summary>
public sealed record CoordinatorOptions
{
    public const string Section = "Coordinators";

    /// <summary>What a directory tells of at once (Microsoft Graph, <c>checkMemberGroups</c>).</summary>
    internal const int MostGroups = 20;

    /// <summary>The directory (tenant) that <see cref="ObjectIds"/> and <see cref="GroupIds"/> are of: a GUID.</summary>
    public string Tenant { get; init; } = "";

    /// <summary>The object ids of those who coordinate, each a GUID.</summary>
    public string[] ObjectIds { get; init; } = [];

    /// <summary>The object ids of groups whose members coordinate, also through groups within them; each a GUID, twenty at most.</summary>
    public string[] GroupIds { get; init; } = [];

    /// <summary>An entry that is left empty names no group.</summary>
    internal string[] Groups => [.. GroupIds.Where(static id => id.Length > 0)];
}

/// <summary>Refuses a start in which somebody who should coordinate could not.</summary>
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
            yield return $"Coordinators:Tenant is '{options.Tenant}'; the tenant's id is a GUID, e.g. 72f988bf-86f1-41af-91ab-2d7cd011db47.";
        foreach (
            (string setting, string[] ids) in new[]
            {
                (nameof(options.ObjectIds), options.ObjectIds),
                (nameof(options.GroupIds), options.Groups),
            }
        )
        {
            if (ids.Length > 0 && options.Tenant.Length == 0)
                yield return $"Coordinators:{setting} is set and Coordinators:Tenant is not: an object id means somebody only within a tenant.";
        }
        foreach (string id in options.ObjectIds.Where(static id => !Guid.TryParseExact(id, "D", out _)))
            yield return $"Coordinators:ObjectIds has '{id}'; a person's object id is a GUID.";
        foreach (string id in options.Groups.Where(static id => !Guid.TryParseExact(id, "D", out _)))
            yield return $"Coordinators:GroupIds has '{id}'; a group's object id is a GUID.";
        if (options.Groups.Length > CoordinatorOptions.MostGroups)
            yield return $"Coordinators:GroupIds has {options.Groups.Length} groups; it can have {CoordinatorOptions.MostGroups}.";
    }
}
