namespace AgaBot.Plans.Linking;

/// <summary>Moves the records of one id to another: proposals, drafts, responses and their counters.</summary>
public interface ILinkLedger
{
    /// <summary>
    /// Idempotent and safe to interrupt. Nothing is counted twice: of two responses to one consultation, the response of the other id
    /// stays.
    /// </summary>
    ValueTask MoveAsync(
        ParticipantId from,
        ParticipantId to,
        IReadOnlyCollection<ProposalId> drafts,
        DateTimeOffset at,
        CancellationToken cancellationToken
    );

    /// <summary>
    /// Remembers what both have, before anything moves. Idempotent: what was remembered of this link stays as it is.
    /// </summary>
    ValueTask RememberAsync(LinkMemory memory, CancellationToken cancellationToken);

    /// <summary>
    /// Moves back what was remembered: each has what they had before the link, and what was made since stays where it is. Idempotent and
    /// safe to interrupt.
    /// </summary>
    ValueTask ReturnAsync(LinkMemory memory, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>Deletes what is remembered of a link.</summary>
    ValueTask ForgetAsync(ParticipantId to, ParticipantId from, CancellationToken cancellationToken);

    /// <summary>Records in the audit log that a link was declined.</summary>
    ValueTask RecordDeclinedAsync(ParticipantId maker, ParticipantId by, DateTimeOffset at, CancellationToken cancellationToken);
}
