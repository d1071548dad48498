using AgaBot.Turns.Requests;

namespace AgaBot.Turns.Coordinators;

/// <summary>Knows the groups of the directory.</summary>
public interface IDirectoryGroups
{
    /// <summary>Whether a person is a member of one of the groups that coordinate. False also where it cannot be told: no turn fails for it.</summary>
    ValueTask<bool> CoordinatesAsync(EntraId person, CancellationToken cancellationToken);
}
