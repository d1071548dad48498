using System.Collections.Immutable;
using AgaBot.Dialogs.Inputs;
using AgaBot.Plans;

namespace AgaBot.Dialogs;

/// <summary>What a person did, and when.</summary>
/// <param name="TurnId">Names this turn for ever: ids made in it are derived from it, so that deciding again makes the same.</param>
/// <param name="Today">The calendar day in Lima.</param>
/// <param name="Attempt">From 0; grows when the receipt number drawn was another's.</param>
public sealed record TurnInput(UserInput Input, string TurnId, DateOnly Today, DateTimeOffset Now, int Attempt = 0)
{
    public ConversationKind ConversationKind { get; init; } = new ConversationKind.Private();

    /// <summary>Whether a card is open that something can take the place of; where none is, nothing need be said for it.</summary>
    public bool CardIsOpen { get; init; }

    /// <summary>What the person may do by what their directory says of them, beside the roles that were granted to them.</summary>
    public ImmutableSortedSet<Role> Roles { get; init; } = [];
}
