using System.Collections.Immutable;

namespace AgaBot.Plans.Erasures;

/// <summary>
/// Takes a person out of what is recorded of them: what is of public interest stays, and says of nobody whose it is.
/// </summary>
public interface IErasureLedger
{
    /// <summary>Idempotent, and safe to break off anywhere: counters equal a recount between any two of its steps.</summary>
    /// <param name="ids">All ids under which the person was known.</param>
    /// <param name="drafts">What they had begun: it is thrown away.</param>
    /// <param name="erasure">Names the erasure in the audit log; says nothing of the person.</param>
    /// <param name="at">When it was asked for: the same whenever it is done again.</param>
    ValueTask EraseAsync(
        IReadOnlyCollection<ParticipantId> ids,
        IReadOnlyCollection<ProposalId> drafts,
        string erasure,
        DateTimeOffset at,
        CancellationToken cancellationToken
    );

    /// <summary>Whether there was an erasure of this name.</summary>
    ValueTask<bool> IsRecordedAsync(string erasure, CancellationToken cancellationToken);

    /// <summary>Takes back the changes that a turn still recorded of a person while another turn erased them.</summary>
    ValueTask TakeBackAsync(ParticipantId id, ImmutableArray<PlanChange> changes, DateTimeOffset at, CancellationToken cancellationToken);
}
