using AgaBot.Dialogs.Coordinators;
using AgaBot.Dialogs.Proposals;
using AgaBot.Plans.Linking;

namespace AgaBot.Dialogs.Linking;

/// <summary>
/// <i>Vincular</i> gives a code; <i>vincular CÓDIGO</i>, said where the person is somebody else, makes one participant of both.
/// </summary>
internal sealed class LinkDesk(ILinkOffers offers, WrongTries tries)
{
    public static Decision Offer(Moment moment)
    {
        string code = LinkCode.Draw();
        var offer = new LinkOffer(
            LinkCode.Hash(code)!,
            moment.Participant.Id,
            moment.Heard.Now + LinkCode.Life,
            moment.Memory.Drafts.Length,
            TakenIn: null
        );
        return moment.Say(moment.Words.Say("link.code", LinkCode.Shown(code), LinkCode.Life.TotalMinutes)) with
        {
            Link = new LinkChange.Offered(offer),
        };
    }

    public async ValueTask<Decision> TakeAsync(Moment moment, string code, CancellationToken cancellationToken)
    {
        if (CodeTries.AreExhausted(moment) || !tries.TryCount(CodeTries.IsKnown(moment)))
            return moment.Say(moment.Words["link.exhausted"]);
        if (
            LinkCode.Hash(code) is not { } hash
            || await offers.FindAsync(hash, cancellationToken) is not { } offer
            || !offer.IsOpenTo(moment.Heard.TurnId, moment.Heard.Now)
        )
            return CodeTries.CountWrong(moment).Say(moment.Words["link.wrongCode"]);
        tries.TakeBack(CodeTries.IsKnown(moment));
        // Taken by this turn, which is decided again: as the one participant that both are by now, or as the taker where it broke off before that.
        if (offer.TakenIn is not null)
            return moment.Say(moment.Words["link.done"]) with { Link = new LinkChange.Taken(offer, moment.Participant.Id) };
        if (offer.Maker == moment.Participant.Id)
            return moment.Say(moment.Words["link.same"]);
        return moment.Memory.Drafts.Length + offer.Drafts > ProposalDrafts.Most
            ? moment.Say(moment.Words.Say("link.tooManyDrafts", ProposalDrafts.Most))
            : moment.Say([]) with
            {
                Link = new LinkChange.Taken(offer, moment.Participant.Id),
            };
    }
}
