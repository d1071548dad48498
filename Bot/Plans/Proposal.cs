using System.Collections.Immutable;
using AgaBot.Forms;
using AgaBot.Forms.Walking;

namespace AgaBot.Plans;

/// <summary>Names a proposal from its first answer on, as a draft and as what was submitted.</summary>
public readonly record struct ProposalId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>What somebody puts forward. Stored by name: never rename.</summary>
public enum ProposalKind
{
    /// <summary>A proposed commitment: the eight questions of the paper form.</summary>
    Ficha,

    /// <summary>A contribution: a ficha without componente and fulfilment date.</summary>
    Aporte,
}

/// <summary>A proposal being filled. It belongs to its author alone.</summary>
/// <param name="ComponentId">For an aporte, what it was attached to when it was begun; a ficha's is its first answer.</param>
public sealed record Draft(
    ProposalId Id,
    ProposalKind Kind,
    string? ComponentId,
    DateTimeOffset StartedAt,
    DateTimeOffset ChangedAt,
    FormSession Session
)
{
    /// <summary>The mesa that it is filled for; null where it is its author's own.</summary>
    public MesaRef? Mesa { get; init; }

    /// <summary>Ids of the suggestions that its author does not want to hear of again.</summary>
    public ImmutableSortedSet<string> Ignored { get; init; } = NothingIgnored;

    public static ImmutableSortedSet<string> NothingIgnored { get; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    /// <summary>When its author was reminded of it, which happens once; null where they were not.</summary>
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
    /// <summary>The group whose proposal it is, where <see cref="Author"/> only recorded it; null where it is the author's own.</summary>
    public MesaRef? Mesa { get; init; }

    /// <summary>When it was sent again with other answers, because the turn that sent it first broke off; null where it was not.</summary>
    public DateTimeOffset? ChangedAt { get; init; }

    /// <summary>The proposal that an aporte was added to, in the place of a ficha of its own.</summary>
    public ReceiptNumber? AddsTo { get; init; }
}

/// <summary>Stored by name: never rename.</summary>
public enum ProposalState
{
    Submitted,
}
