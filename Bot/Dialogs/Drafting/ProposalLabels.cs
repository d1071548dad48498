using System.Collections.Frozen;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Forms.Normalization;
using AgaBot.Plans;
using AgaBot.Plans.Public;
using AgaBot.Plans.Similar;

namespace AgaBot.Dialogs.Drafting;

/// <summary>Says whose a proposal is: the organisation or the mesa, never the person.</summary>
internal sealed class ProposalLabels(IPublicProposals proposals)
{
    private const int LongestOrganisation = 60;

    /// <summary>What people without an organisation answer: it says who they are, so that it is not published.</summary>
    private static readonly FrozenSet<string> OnTheirOwn = CommandWords.Of("organisation.onTheirOwn").ToFrozenSet(StringComparer.Ordinal);

    public async ValueTask<string> WhoAsync(Words words, Listing listing, ParticipantId reader, CancellationToken cancellationToken)
    {
        if (listing.Mesa is { } mesa)
            return words.Say("similar.mesa", mesa);
        if (listing.Author == reader)
            return words["similar.own"];
        return
            await proposals.FindOrganisationAsync(listing.Author, cancellationToken) is { } organisation
            && !OnTheirOwn.Contains(Folding.ToWords(organisation))
            ? Excerpt.Shorten(WrittenLine(organisation), LongestOrganisation)
            : words["similar.nobody"];
    }

    private static string WrittenLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
