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

    /// <summary>Records in the audit log that a link was declined.</summary>
    ValueTask RecordDeclinedAsync(ParticipantId maker, ParticipantId by, DateTimeOffset at, CancellationToken cancellationToken);
}
