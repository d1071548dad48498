using System.Collections.Immutable;

namespace AgaBot.Plans.Erasures;

/// <summary>Erases a person from the records. Records of public interest stay, without their author.</summary>
public interface IErasureLedger
{
    /// <summary>Idempotent and safe to interrupt: between any two steps the counters equal a recount.</summary>
    /// <param name="ids">All ids of the person.</param>
    /// <param name="drafts">The person's drafts, which are deleted.</param>
    /// <param name="erasure">Id of the erasure in the audit log; contains nothing about the person.</param>
    /// <param name="at">When the erasure was requested; the same for every retry.</param>
    ValueTask EraseAsync(
        IReadOnlyCollection<ParticipantId> ids,
        IReadOnlyCollection<ProposalId> drafts,
        string erasure,
        DateTimeOffset at,
        CancellationToken cancellationToken
    );

    /// <summary>Whether an erasure has this id.</summary>
    ValueTask<bool> IsRecordedAsync(string erasure, CancellationToken cancellationToken);

    /// <summary>Takes back the changes that a turn still recorded of a person while another turn erased them.</summary>
    ValueTask TakeBackAsync(ParticipantId id, ImmutableArray<PlanChange> changes, DateTimeOffset at, CancellationToken cancellationToken);
}
