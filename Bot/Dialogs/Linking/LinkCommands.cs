using AgaBot.Dialogs.Asking;
using AgaBot.Dialogs.Codes;
using AgaBot.Dialogs.Commands;
using AgaBot.Dialogs.Drafting;
using AgaBot.Plans.Linking;

namespace AgaBot.Dialogs.Linking;

/// <summary><i>Vincular</i>: asks for a code that links the person's identity on another channel.</summary>
internal sealed record OfferLinkCommand : Command, IHasPatterns
{
    public static IEnumerable<CommandPattern> Patterns => [new CommandPattern.Bare("command.link", new OfferLinkCommand())];
}

internal sealed class OfferLinkHandler : ImmediateCommandHandler<OfferLinkCommand>
{
    protected override Decision Follow(DialogContext context, OfferLinkCommand command, OpenForm? open) =>
        Interruption.Tell(Offer(context), open);

    private static Decision Offer(DialogContext context)
    {
        string code = LinkCode.Draw();
        string shown = LinkCode.Shown(code);
        var offer = new LinkOffer(
            LinkCode.Hash(code)!,
            context.Participant.Id,
            context.Turn.Now + LinkCode.Life,
            context.State.Drafts.Length,
            TakenIn: null
        )
        {
            MakerSpeaker = context.Speaker,
        };
        var waits = new LinkQuestion(LinkStep.MakerWaits, offer.Hash, offer.ExpiresAt);
        return context
            .With(context.Conversation with { Link = waits })
            .Say(new Reply(context.Words.Say("link.code", shown, LinkCode.Life.TotalMinutes)) { Code = shown }) with
        {
            Link = new LinkChange.Offered(offer),
        };
    }
}

/// <summary><i>Vincular CÓDIGO</i>, typed on the other channel: shows whose code it is, and asks.</summary>
/// <param name="Code">As typed. The code is a secret: never repeated, never logged.</param>
internal sealed record TakeLinkCommand(string Code) : Command, IHasPatterns
{
    public override GroupUse InGroup => GroupUse.Secretly;

    public static IEnumerable<CommandPattern> Patterns =>
        [new CommandPattern.WithCode("command.link", static code => LinkCode.Hash(code) is null ? null : new TakeLinkCommand(code))];

    public override string ToString() => nameof(TakeLinkCommand);
}

internal sealed class TakeLinkHandler(ILinkOffers offers, LinkPhrases phrases, CodeTries tries) : CommandHandler<TakeLinkCommand>
{
    protected override async ValueTask<Decision> FollowAsync(
        DialogContext context,
        TakeLinkCommand command,
        OpenForm? open,
        CancellationToken cancellationToken
    ) => Interruption.Tell(await TakeAsync(context, command.Code, cancellationToken), open);

    private async ValueTask<Decision> TakeAsync(DialogContext context, string code, CancellationToken cancellationToken)
    {
        if (tries.Refuse(context, CodeKind.Link) is { } refused)
            return refused;
        if (
            LinkCode.Hash(code) is not { } hash
            || await offers.FindAsync(hash, cancellationToken) is not { } offer
            || !offer.IsOpen(context.Turn.Now)
        )
            return tries.CountWrong(context, CodeKind.Link).Say(context.Words["link.wrongCode"]);
        context = CodeTries.Forget(context, CodeKind.Link);
        if (offer.Maker == context.Participant.Id || offer.MakerSpeaker is not { } maker)
            return context.Say(context.Words["link.same"]);
        if (context.State.Drafts.Length + offer.Drafts > ProposalDrafts.Most)
            return context.Say(context.Words.Say("link.tooManyDrafts", ProposalDrafts.Most));
        string face = await phrases.FaceAsync(context.Words, offer.Maker, maker, cancellationToken);
        var asked = new LinkQuestion(LinkStep.TakerRecognises, hash, context.Turn.Now + LinkCode.Life);
        return context
            .With(context.Conversation with { Link = asked })
            .Say(LinkPhrases.AskWho(context.Words, context.Words.Say("link.askTaker", face)));
    }
}
