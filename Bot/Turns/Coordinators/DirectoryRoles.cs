using System.Collections.Frozen;
using System.Collections.Immutable;
using AgaBot.Plans;
using AgaBot.Turns.Requests;
using Microsoft.Extensions.Options;

namespace AgaBot.Turns.Coordinators;

/// <summary>
/// The roles that the settings give to people of a directory. They hold for the turn and are never kept with the person: who is taken
/// off the list is no coordinator from the next start on, and who is taken out of a group within minutes.
/// </summary>
internal sealed class DirectoryRoles(IOptions<CoordinatorOptions> options, IDirectoryGroups groups)
{
    private static readonly ImmutableSortedSet<Role> Coordinator = [Role.Coordinator];

    private readonly FrozenSet<EntraId> coordinators = options
        .Value.ObjectIds.Select(id => new EntraId(Guid.Parse(options.Value.Tenant), Guid.Parse(id)))
        .ToFrozenSet();

    /// <summary>The directory whose groups coordinate; null where the settings name none, so that nobody is asked.</summary>
    private readonly Guid? groupsOf = options.Value.Groups.Length > 0 ? Guid.Parse(options.Value.Tenant) : null;

    /// <param name="person">Null where no directory knows them.</param>
    public ValueTask<ImmutableSortedSet<Role>> OfAsync(EntraId? person, CancellationToken cancellationToken) =>
        person is null ? new([])
        : coordinators.Contains(person) ? new(Coordinator)
        : person.Tenant == groupsOf ? AskAsync(person, cancellationToken)
        : new([]);

    private async ValueTask<ImmutableSortedSet<Role>> AskAsync(EntraId person, CancellationToken cancellationToken) =>
        await groups.CoordinatesAsync(person, cancellationToken) ? Coordinator : [];
}
