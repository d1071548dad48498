namespace AgaBot.Plans.Linking;

/// <summary>Somebody who waits to be recognised on another channel.</summary>
/// <param name="Hash">Of the <see cref="LinkCode"/>.</param>
/// <param name="Drafts">How many the maker had when it was made.</param>
/// <param name="TakenIn">The turn that took it: no other can. Null as long as nobody did.</param>
public sealed record LinkOffer(string Hash, ParticipantId Maker, DateTimeOffset ExpiresAt, int Drafts, string? TakenIn)
{
    /// <summary>Whether a turn may take it. The one that took it may go on, so that a turn that broke off is brought to its end.</summary>
    public bool IsOpenTo(string turnId, DateTimeOffset now) => TakenIn is null ? now < ExpiresAt : TakenIn == turnId;
}

/// <summary>What a turn does about links.</summary>
public abstract record LinkChange
{
    private LinkChange() { }

    public sealed record Offered(LinkOffer Offer) : LinkChange;

    /// <summary>The maker of the offer and the taker are one person from now on.</summary>
    public sealed record Taken(LinkOffer Offer, ParticipantId Taker) : LinkChange;
}

/// <summary>Keeps offers.</summary>
public interface ILinkOffers
{
    ValueTask<LinkOffer?> FindAsync(string hash, CancellationToken cancellationToken);

    ValueTask PutAsync(LinkOffer offer, CancellationToken cancellationToken);

    /// <summary>False where another turn took it.</summary>
    ValueTask<bool> TakeAsync(LinkOffer offer, string turnId, CancellationToken cancellationToken);

    /// <summary>Throws away every offer, taken or not, that ended before <paramref name="before"/>.</summary>
    ValueTask SweepAsync(DateTimeOffset before, CancellationToken cancellationToken);
}

/// <summary>Moves what is recorded under one id to another: proposals, drafts, responses, and where they are counted.</summary>
public interface ILinkLedger
{
    /// <summary>Idempotent, and safe to break off anywhere. Nothing is counted twice afterwards: of two responses to one question, the other id's stays.</summary>
    ValueTask MoveAsync(
        ParticipantId from,
        ParticipantId to,
        IReadOnlyCollection<ProposalId> drafts,
        DateTimeOffset at,
        CancellationToken cancellationToken
    );
}
