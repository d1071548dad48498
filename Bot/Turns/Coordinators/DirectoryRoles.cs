using System.Collections.Frozen;
using System.Collections.Immutable;
using AgaBot.Plans;
using AgaBot.Turns.Requests;
using Microsoft.Extensions.Options;

namespace AgaBot.Turns.Coordinators;

/// <summary>
/// The roles that the settings give to people of a directory. A role holds for one turn and is never stored: a person who is removed from
/// the list loses it at the next start, a person who is removed from a group within minutes.
/// </summary>
internal sealed class DirectoryRoles(IOptions<CoordinatorOptions> options, IDirectoryGroups groups)
{
    private static readonly ImmutableSortedSet<Role> Coordinator = [Role.Coordinator];

    private readonly FrozenSet<EntraId> coordinators = options
        .Value.ObjectIds.Select(id => new EntraId(Guid.Parse(options.Value.Tenant), Guid.Parse(id)))
        .ToFrozenSet();

    /// <summary>The directory of the groups whose members are coordinators; null where the settings name no group.</summary>
    private readonly Guid? groupsOf = options.Value.Groups.Length > 0 ? Guid.Parse(options.Value.Tenant) : null;

    /// <param name="person">Null where the channel vouches for no directory id.</param>
    public async ValueTask<ImmutableSortedSet<Role>> OfAsync(EntraId? person, CancellationToken cancellationToken) =>
        person is not null && await CoordinatesAsync(person, cancellationToken) ? Coordinator : [];

    private async ValueTask<bool> CoordinatesAsync(EntraId person, CancellationToken cancellationToken) =>
        coordinators.Contains(person) || (person.Tenant == groupsOf && await groups.CoordinatesAsync(person, cancellationToken));
}
