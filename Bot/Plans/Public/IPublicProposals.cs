using System.Collections.Immutable;

namespace AgaBot.Plans.Public;

/// <summary>Reads what was submitted to the plan, whoever asks: what anybody may see of it, and how many support it.</summary>
public interface IPublicProposals
{
    /// <summary>A proposal of this plan, or null: another plan's is none.</summary>
    ValueTask<Proposal?> FindAsync(ReceiptNumber receipt, CancellationToken cancellationToken);

    /// <summary>How many people support a proposal.</summary>
    ValueTask<int> CountSupportsAsync(ReceiptNumber receipt, CancellationToken cancellationToken);

    /// <summary>What somebody supports, in the order of the numbers.</summary>
    ValueTask<ImmutableArray<ReceiptNumber>> SupportedByAsync(ParticipantId participant, CancellationToken cancellationToken);

    /// <summary>The organisation that a proposal's author named; null where there is none, as with somebody who was erased.</summary>
    ValueTask<string?> FindOrganisationAsync(ParticipantId author, CancellationToken cancellationToken);

    /// <summary>How far the plan's records have come: cheap to ask, and another as soon as anything was recorded, by whichever instance.</summary>
    ValueTask<RecordsMark> MarkAsync(CancellationToken cancellationToken);

    /// <summary>Every proposal, in no order.</summary>
    IAsyncEnumerable<Proposal> AllAsync(CancellationToken cancellationToken);

    /// <summary>What was submitted, or has another author, between two marks; some may come that did not change.</summary>
    IAsyncEnumerable<Proposal> ChangedAsync(RecordsMark after, RecordsMark until, CancellationToken cancellationToken);
}

/// <summary>A moment in the plan's records; opaque.</summary>
public readonly record struct RecordsMark(string Value);
