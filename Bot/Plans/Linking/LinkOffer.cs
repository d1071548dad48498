namespace AgaBot.Plans.Linking;

/// <summary>A person waiting to be recognised on another channel.</summary>
/// <param name="Hash">The hash of the <see cref="LinkCode"/>.</param>
/// <param name="Drafts">Number of drafts of the maker when the offer was made.</param>
/// <param name="TakenIn">The turn that took the offer, which no other turn can take; null until then.</param>
public sealed record LinkOffer(string Hash, ParticipantId Maker, DateTimeOffset ExpiresAt, int Drafts, string? TakenIn)
{
    /// <summary>
    /// Whether a turn may take the offer. The turn that took it may take it again, so that an interrupted turn can finish.
    /// </summary>
    public bool IsOpenTo(string turnId, DateTimeOffset now) => TakenIn is null ? now < ExpiresAt : TakenIn == turnId;
}

/// <summary>The changes of a turn to links.</summary>
public abstract record LinkChange
{
    private LinkChange() { }

    public sealed record Offered(LinkOffer Offer) : LinkChange;

    /// <summary>The maker of the offer and the taker are the same person from now on.</summary>
    public sealed record Taken(LinkOffer Offer, ParticipantId Taker) : LinkChange;
}

/// <summary>Stores offers.</summary>
public interface ILinkOffers
{
    ValueTask<LinkOffer?> FindAsync(string hash, CancellationToken cancellationToken);

    ValueTask PutAsync(LinkOffer offer, CancellationToken cancellationToken);

    /// <summary>False if another turn took the offer.</summary>
    ValueTask<bool> TakeAsync(LinkOffer offer, string turnId, CancellationToken cancellationToken);

    /// <summary>Deletes every offer that expired before <paramref name="before"/>, taken or not.</summary>
    ValueTask SweepAsync(DateTimeOffset before, CancellationToken cancellationToken);
}

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
}
