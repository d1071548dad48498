namespace AgaBot.Plans.Linking;

/// <summary>
/// What one side of a link is shown of the other: as little as a person needs to recognise themself, because the other may be a stranger.
/// </summary>
/// <param name="FirstName">The first word of the name; null where no profile is stored.</param>
/// <param name="OrganisationTypeId">Null where no profile is stored.</param>
/// <param name="Proposals">Number of fichas and aportes that were sent, at most <see cref="MostCounted"/>.</param>
public sealed record LinkFace(string? FirstName, string? OrganisationTypeId, int Drafts, int Proposals)
{
    public const int MostCounted = 20;
}

public interface ILinkFaces
{
    /// <param name="participant">The participant, or one that became part of another.</param>
    ValueTask<LinkFace> OfAsync(ParticipantId participant, CancellationToken cancellationToken);
}
