using System.Collections.Immutable;

namespace AgaBot.Plans.Public;

/// <summary>Reads what anybody may see of submitted proposals, and their number of supporters.</summary>
public interface IPublicProposals
{
    /// <summary>A proposal of this plan that is not hidden, or null.</summary>
    ValueTask<Proposal?> FindAsync(ReceiptNumber receipt, CancellationToken cancellationToken);

    /// <summary>Number of supporters of a proposal.</summary>
    ValueTask<int> CountSupportsAsync(ReceiptNumber receipt, CancellationToken cancellationToken);

    /// <summary>The proposals that a person supports, in the order of their numbers.</summary>
    ValueTask<ImmutableArray<ReceiptNumber>> SupportedByAsync(ParticipantId participant, CancellationToken cancellationToken);

    /// <summary>The organisation that the author of a proposal named; null if there is none or the author was erased.</summary>
    ValueTask<string?> FindOrganisationAsync(ParticipantId author, CancellationToken cancellationToken);

    /// <summary>The current version of the plan's records. Cheap to read; it changes with every record of any instance.</summary>
    ValueTask<RecordsMark> MarkAsync(CancellationToken cancellationToken);

    /// <summary>Every proposal that is not hidden, in no particular order.</summary>
    IAsyncEnumerable<Proposal> AllAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Proposals submitted, hidden, shown again, or with a new author, between two marks. Unchanged and hidden proposals may be included.
    /// </summary>
    IAsyncEnumerable<Proposal> ChangedAsync(RecordsMark after, RecordsMark until, CancellationToken cancellationToken);
}

/// <summary>A version of the plan's records; opaque.</summary>
public readonly record struct RecordsMark(string Value);
