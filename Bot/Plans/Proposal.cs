using System.Collections.Immutable;
using AgaBot.Forms;
using AgaBot.Forms.Walking;

namespace AgaBot.Plans;

/// <summary>Identifies a proposal from its first answer on, as a draft and as a submitted proposal.</summary>
public readonly record struct ProposalId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>The kind of a proposal. Stored by name: never rename.</summary>
public enum ProposalKind
{
    /// <summary>A proposed commitment: the eight questions of the paper form.</summary>
    Ficha,

    /// <summary>A contribution: a ficha without componente and fulfilment date.</summary>
    Aporte,
}

/// <summary>A proposal being filled in. It belongs to its author alone.</summary>
/// <param name="ComponentId">For an aporte, the component it was attached to at its start; for a ficha, its first answer.</param>
public sealed record Draft(
    ProposalId Id,
    ProposalKind Kind,
    string? ComponentId,
    DateTimeOffset StartedAt,
    DateTimeOffset ChangedAt,
    FormSession Session
)
{
    /// <summary>The mesa that the draft is for; null if it is the author's own.</summary>
    public MesaRef? Mesa { get; init; }

    /// <summary>Ids of the suggestions that the author dismissed.</summary>
    public ImmutableSortedSet<string> Ignored { get; init; } = NothingIgnored;

    public static ImmutableSortedSet<string> NothingIgnored { get; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    /// <summary>When the author was reminded of the draft, at most once; null if never.</summary>
    public DateTimeOffset? RemindedAt { get; init; }
}

/// <summary>A submitted ficha or aporte.</summary>
/// <param name="Answers">By question id, exactly as the review showed them.</param>
public sealed record Proposal(
    ProposalId Id,
    ProposalKind Kind,
    ReceiptNumber Receipt,
    ParticipantId Author,
    string? ComponentId,
    ImmutableSortedDictionary<string, Answer> Answers,
    DateTimeOffset SubmittedAt,
    ProposalState State
)
{
    /// <summary>The group that proposes, if <see cref="Author"/> only recorded it; null if the proposal is the author's own.</summary>
    public MesaRef? Mesa { get; init; }

    /// <summary>
    /// When the proposal was submitted again with other answers, after the first turn that submitted it was interrupted; null if never.
    /// </summary>
    public DateTimeOffset? ChangedAt { get; init; }

    /// <summary>Why a coordinator hid the proposal from everybody but its author; null if it can be seen.</summary>
    public string? HiddenBecause { get; init; }

    /// <summary>The proposal that an aporte adds to, instead of a ficha of its own.</summary>
    public ReceiptNumber? AddsTo { get; init; }
}

/// <summary>Stored by name: never rename.</summary>
public enum ProposalState
{
    Submitted,
}
