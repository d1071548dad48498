using AgaBot.Dialogs.Coordinators;
using AgaBot.Dialogs.Proposals;
using AgaBot.Plans.Linking;

namespace AgaBot.Dialogs.Linking;

/// <summary>
/// <i>Vincular</i> gives a code; <i>vincular CÓDIGO</i>, said where the person is somebody else, makes one participant of both.
/// </summary>
internal sealed class LinkHandler(ILinkOffers offers, WrongTries tries)
{
    public static Decision Offer(DialogContext context)
    {
        string code = LinkCode.Draw();
        var offer = new LinkOffer(
            LinkCode.Hash(code)!,
            context.Participant.Id,
            context.Turn.Now + LinkCode.Life,
            context.State.Drafts.Length,
            TakenIn: null
        );
        return context.Say(context.Words.Say("link.code", LinkCode.Shown(code), LinkCode.Life.TotalMinutes)) with
        {
            Link = new LinkChange.Offered(offer),
        };
    }

    public async ValueTask<Decision> TakeAsync(DialogContext context, string code, CancellationToken cancellationToken)
    {
        if (CodeTries.AreExhausted(context) || !tries.TryCount(CodeTries.IsKnown(context)))
            return context.Say(context.Words["link.exhausted"]);
        if (
            LinkCode.Hash(code) is not { } hash
            || await offers.FindAsync(hash, cancellationToken) is not { } offer
            || !offer.IsOpenTo(context.Turn.TurnId, context.Turn.Now)
        )
            return CodeTries.CountWrong(context).Say(context.Words["link.wrongCode"]);
        tries.TakeBack(CodeTries.IsKnown(context));
        // Taken by this turn, which is decided again: as the one participant that both are by now, or as the taker where it broke off before that.
        if (offer.TakenIn is not null)
            return context.Say(context.Words["link.done"]) with { Link = new LinkChange.Taken(offer, context.Participant.Id) };
        if (offer.Maker == context.Participant.Id)
            return context.Say(context.Words["link.same"]);
        return context.State.Drafts.Length + offer.Drafts > ProposalDrafts.Most
            ? context.Say(context.Words.Say("link.tooManyDrafts", ProposalDrafts.Most))
            : context.Say([]) with
            {
                Link = new LinkChange.Taken(offer, context.Participant.Id),
            };
    }
}
