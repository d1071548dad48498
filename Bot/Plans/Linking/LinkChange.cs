using System.Collections.Immutable;

namespace AgaBot.Plans.Linking;

/// <summary>The changes of a turn to links.</summary>
public abstract record LinkChange
{
    private LinkChange() { }

    public sealed record Offered(LinkOffer Offer) : LinkChange;

    /// <summary>The taker says that they are the maker of the offer. Nothing is joined before the maker says it too.</summary>
    public sealed record Taken(string Hash, LinkTaker Taker, DateTimeOffset AnswerBy) : LinkChange;

    /// <summary>The maker says that they are the taker: both are the same person from now on.</summary>
    /// <param name="Shared">The maker's roles that they confirmed for the taker's id.</param>
    public sealed record Confirmed(LinkOffer Offer, LinkTaker Taker, ImmutableArray<HeldRole> Shared) : LinkChange;

    /// <summary>The person undoes a link: the two ids are two participants again.</summary>
    public sealed record Undone(ParticipantId To, ParticipantId From) : LinkChange;

    /// <summary>The maker or the taker says that they are not the other.</summary>
    public sealed record Declined(LinkOffer Offer, ParticipantId By) : LinkChange;
}
