using System.Collections.Frozen;
using System.Collections.Immutable;
using AgaBot.Plans;
using Microsoft.Extensions.Options;

namespace AgaBot.Turns.Coordinators;

/// <summary>
/// The roles that the settings give to people of a directory. They hold for the turn and are never kept with the person: who is taken
/// off the list is no coordinator from the next start on.
/// </summary>
internal sealed class DirectoryRoles(IOptions<CoordinatorOptions> options)
{
    private static readonly ImmutableSortedSet<Role> Coordinator = [Role.Coordinator];

    private readonly FrozenSet<EntraId> coordinators =
        options.Value.ObjectIds.Select(id => new EntraId(Guid.Parse(options.Value.Tenant), Guid.Parse(id))).ToFrozenSet();

    /// <param name="person">Null where no directory knows them.</param>
    public ImmutableSortedSet<Role> Of(EntraId? person) => person is not null && coordinators.Contains(person) ? Coordinator : [];
}
