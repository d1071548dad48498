using System.Collections.Immutable;
using AgaBot.Dialogs;
using AgaBot.Plans;
using AgaBot.Plans.Linking;

namespace AgaBot.Turns.State;

/// <summary>What is stored of a participant: their state, and what became of their id.</summary>
public sealed record ParticipantRecord(ParticipantState State)
{
    public Participant Participant => State.Participant;

    public ImmutableArray<Draft> Drafts => State.Drafts;

    /// <summary>The participant that this one became part of. The rest of this record no longer counts then.</summary>
    public ParticipantId? MovedTo { get; init; }

    /// <summary>Participants that are to become part of this one and have not yet.</summary>
    public ImmutableArray<Absorption> Absorbing { get; init; } = [];

    /// <summary>The ids that became part of this one.</summary>
    public ImmutableArray<ParticipantId> Linked { get; init; } = [];

    /// <summary>
    /// Roles that hold for one of the ids alone. The roles of the state hold for every id; a participant who is not linked has no others.
    /// </summary>
    public ImmutableArray<HeldRole> Held { get; init; } = [];

    /// <summary>
    /// The participant who leaves again, because the link is undone; null where nobody leaves. Every turn finishes this before anything
    /// else.
    /// </summary>
    public ParticipantId? Parting { get; init; }

    /// <summary>The erasure that the person asked for and that is not finished; every turn finishes it before anything else.</summary>
    public Erasing? Erasing { get; init; }
}

/// <summary>A participant who is to become part of another.</summary>
/// <param name="ProfileWins">Whether this participant's profile replaces the other's, where both have one.</param>
public sealed record Absorption(ParticipantId From, bool ProfileWins)
{
    /// <summary>Roles that the person confirmed for an id that did not have them.</summary>
    public ImmutableArray<HeldRole> Shared { get; init; } = [];

    /// <summary>When both had said yes; null for a link of a version in which it could not be undone.</summary>
    public DateTimeOffset? At { get; init; }
}

/// <summary>An erasure that has begun.</summary>
/// <param name="TurnId">The turn in which the person asked for the erasure.</param>
public sealed record Erasing(string TurnId, DateTimeOffset At);
