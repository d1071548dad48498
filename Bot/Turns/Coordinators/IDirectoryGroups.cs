using AgaBot.Turns.Requests;

namespace AgaBot.Turns.Coordinators;

/// <summary>Reads group memberships from the directory.</summary>
public interface IDirectoryGroups
{
    /// <summary>
    /// Whether a person is a member of a coordinators' group. False where the directory does not answer: no turn fails for that.
    /// </summary>
    ValueTask<bool> CoordinatesAsync(EntraId person, CancellationToken cancellationToken);
}
