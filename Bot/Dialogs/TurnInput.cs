using System.Collections.Immutable;
using AgaBot.Dialogs.Inputs;
using AgaBot.Plans;

namespace AgaBot.Dialogs;

/// <summary>The input of one turn, and its time.</summary>
/// <param name="TurnId">Permanent id of the turn: ids made in it derive from this one, so a repeated decision makes the same ids.</param>
/// <param name="Today">The calendar day in Lima.</param>
/// <param name="Attempt">From 0; increases if the drawn receipt number was already taken.</param>
public sealed record TurnInput(UserInput Input, string TurnId, DateOnly Today, DateTimeOffset Now, int Attempt = 0)
{
    public ConversationKind ConversationKind { get; init; } = new ConversationKind.Private();

    /// <summary>Whether an open card can be replaced; if not, no replacement need be made.</summary>
    public bool CardIsOpen { get; init; }

    /// <summary>The address block from which the person writes, as an opaque key; null where the channel shows none.</summary>
    public string? AddressBlock { get; init; }

    /// <summary>The id under which the person speaks; null means the participant's own. A linked participant has several.</summary>
    public ParticipantId? Speaker { get; init; }

    /// <summary>The roles that the person's directory gives them, besides the roles that were granted to them.</summary>
    public ImmutableSortedSet<Role> Roles { get; init; } = [];
}
