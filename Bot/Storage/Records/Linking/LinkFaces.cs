using AgaBot.Plans;
using AgaBot.Plans.Linking;
using AgaBot.Turns.Linking;
using AgaBot.Turns.State;

namespace AgaBot.Storage.Records.Linking;

/// <summary>Reads what a link shows when it is asked, so that nothing of a person is copied into the offer.</summary>
internal sealed class LinkFaces(ILinkedPeople people, IPlanRecords records) : ILinkFaces
{
    public async ValueTask<LinkFace> OfAsync(ParticipantId participant, CancellationToken cancellationToken)
    {
        ParticipantRecord? person = await people.FindAsync(participant, cancellationToken);
        while (person?.MovedTo is { } next)
            person = await people.FindAsync(next, cancellationToken);
        if (person is not { Erasing: null })
            return new LinkFace(null, null, 0, 0);
        ProposalPage sent = await records.ByAuthorAsync(person.Participant.Id, LinkFace.MostCounted, after: null, cancellationToken);
        Profile? profile = person.Participant.Profile;
        return new LinkFace(
            profile?.Name.Split(' ', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(),
            profile?.OrganisationTypeId,
            person.Drafts.Length,
            sent.Proposals.Length
        );
    }
}
