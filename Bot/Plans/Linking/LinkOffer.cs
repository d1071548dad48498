using System.Collections.Immutable;

namespace AgaBot.Plans.Linking;

/// <summary>A person waiting to be recognised on another channel.</summary>
/// <param name="Hash">The hash of the <see cref="LinkCode"/>.</param>
/// <param name="ExpiresAt">When the code can no longer be used; once it was used, when the maker can no longer confirm.</param>
/// <param name="Drafts">Number of drafts of the maker when the offer was made.</param>
/// <param name="TakenIn">The turn that took the offer in a version that did not ask the maker; null otherwise.</param>
public sealed record LinkOffer(string Hash, ParticipantId Maker, DateTimeOffset ExpiresAt, int Drafts, string? TakenIn)
{
    /// <summary>The id under which the maker asked for the code; null in offers of earlier versions.</summary>
    public ParticipantId? MakerSpeaker { get; init; }

    public LinkStage Stage { get; init; }

    /// <summary>Who typed the code and said that the maker is the same person; null until then.</summary>
    public LinkTaker? Taker { get; init; }

    /// <summary>Whether somebody may type the code.</summary>
    public bool IsOpen(DateTimeOffset now) => Stage == LinkStage.Open && TakenIn is null && now < ExpiresAt;

    /// <summary>Whether the maker is to be asked who typed the code.</summary>
    public bool AsksMaker(DateTimeOffset now) => Stage == LinkStage.Taken && now < ExpiresAt;
}

/// <param name="Id">The participant, when they took the offer.</param>
/// <param name="Speaker">The id under which they spoke.</param>
/// <param name="Shared">The taker's roles that they confirmed for the maker's id.</param>
public sealed record LinkTaker(ParticipantId Id, ParticipantId Speaker, ImmutableArray<HeldRole> Shared);

/// <summary>How far an offer is. Stored by name: never rename.</summary>
public enum LinkStage
{
    /// <summary>Nobody has typed the code and said yes.</summary>
    Open,

    /// <summary>The taker said yes; the maker has to say it too.</summary>
    Taken,

    /// <summary>Both said yes.</summary>
    Confirmed,

    /// <summary>One of them said no.</summary>
    Declined,
}

/// <summary>Stores offers.</summary>
public interface ILinkOffers
{
    ValueTask<LinkOffer?> FindAsync(string hash, CancellationToken cancellationToken);

    ValueTask PutAsync(LinkOffer offer, CancellationToken cancellationToken);

    /// <summary>The taker says yes. Repeating this changes nothing.</summary>
    /// <param name="answerBy">When the maker can no longer confirm.</param>
    /// <returns>False if the offer is no longer open to this taker.</returns>
    ValueTask<bool> TakeAsync(string hash, LinkTaker taker, DateTimeOffset answerBy, CancellationToken cancellationToken);

    /// <summary>The maker says yes. Repeating this changes nothing.</summary>
    /// <returns>False if nobody has taken the offer, or if it was declined.</returns>
    ValueTask<bool> ConfirmAsync(string hash, CancellationToken cancellationToken);

    /// <summary>One of them says no. An offer that both confirmed stays as it is.</summary>
    /// <returns>Whether the offer has ended by this call.</returns>
    ValueTask<bool> DeclineAsync(string hash, CancellationToken cancellationToken);

    /// <summary>Deletes every offer that expired before <paramref name="before"/>, taken or not.</summary>
    ValueTask SweepAsync(DateTimeOffset before, CancellationToken cancellationToken);

    /// <summary>Deletes the offers that name one of these ids.</summary>
    ValueTask ForgetAsync(IReadOnlyCollection<ParticipantId> ids, CancellationToken cancellationToken);
}
