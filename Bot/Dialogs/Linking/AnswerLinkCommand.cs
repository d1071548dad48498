using System.Collections.Immutable;
using System.Diagnostics;
using AgaBot.Dialogs.Asking;
using AgaBot.Dialogs.Commands;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Forms.Normalization;
using AgaBot.Plans;
using AgaBot.Plans.Linking;

namespace AgaBot.Dialogs.Linking;

internal enum LinkAnswer
{
    Yes,
    No,
    WithRole,
    WithoutRole,
}

/// <summary><i>Vincular sí</i>, <i>vincular no</i>: answers a question of a link, also while a form is open.</summary>
internal sealed record AnswerLinkCommand(LinkAnswer Answer) : Command, IHasPatterns
{
    public static IEnumerable<CommandPattern> Patterns =>
        [
            new CommandPattern.Exact("command.linkYes", 1, new AnswerLinkCommand(LinkAnswer.Yes)),
            new CommandPattern.Exact("command.linkNo", 1, new AnswerLinkCommand(LinkAnswer.No)),
            new CommandPattern.Exact("command.unlinkYes", 1, new AnswerLinkCommand(LinkAnswer.Yes)),
            new CommandPattern.Exact("command.unlinkNo", 1, new AnswerLinkCommand(LinkAnswer.No)),
            new CommandPattern.Exact("command.linkWithRole", 1, new AnswerLinkCommand(LinkAnswer.WithRole)),
            new CommandPattern.Exact("command.linkWithoutRole", 1, new AnswerLinkCommand(LinkAnswer.WithoutRole)),
        ];

    /// <summary>A bare "sí" or "no" while a question of a link is open; null if the text is something else.</summary>
    public static AnswerLinkCommand? Read(LinkQuestion? question, string text)
    {
        if (question is null or { Step: LinkStep.MakerWaits or LinkStep.TakerWaits })
            return null;
        string said = Folding.ToWords(text);
        if (CommandWords.Of("link.yes").Contains(said))
            return new AnswerLinkCommand(LinkAnswer.Yes);
        return CommandWords.Of("link.no").Contains(said) ? new AnswerLinkCommand(LinkAnswer.No) : null;
    }
}

internal sealed class AnswerLinkHandler(ILinkOffers offers, UndoLinkHandler undoing) : CommandHandler<AnswerLinkCommand>
{
    protected override async ValueTask<Decision> FollowAsync(
        DialogContext context,
        AnswerLinkCommand command,
        OpenForm? open,
        CancellationToken cancellationToken
    ) => Interruption.Tell(await AnswerAsync(context, command.Answer, cancellationToken), open);

    private async ValueTask<Decision> AnswerAsync(DialogContext context, LinkAnswer answer, CancellationToken cancellationToken)
    {
        if (context.Conversation.Link is not { } question)
            return context.Say(context.Words["link.nothing"]);
        if (question.Step == LinkStep.Undoes)
            return answer == LinkAnswer.Yes
                ? await undoing.UndoAsync(context, question, cancellationToken)
                : End(context, "link.undo.kept");
        if (await offers.FindAsync(question.Hash, cancellationToken) is not { MakerSpeaker: { } maker } offer)
            return End(context, "link.ended");
        return (question.Step, answer) switch
        {
            (LinkStep.MakerShares or LinkStep.TakerShares, LinkAnswer.Yes or LinkAnswer.WithRole) => GoOn(context, question, offer, true),
            (LinkStep.MakerShares or LinkStep.TakerShares, LinkAnswer.No or LinkAnswer.WithoutRole) => GoOn(
                context,
                question,
                offer,
                false
            ),
            (_, LinkAnswer.No) => Decline(context, offer),
            (LinkStep.TakerRecognises, LinkAnswer.Yes) when HasRole(context) => AskRole(context, question, LinkStep.TakerShares, maker),
            (LinkStep.MakerRecognises, LinkAnswer.Yes) when HasRole(context) && offer is { Stage: LinkStage.Taken, Taker: { } taker } =>
                AskRole(context, question, LinkStep.MakerShares, taker.Speaker),
            (LinkStep.TakerRecognises or LinkStep.MakerRecognises, LinkAnswer.Yes) => GoOn(context, question, offer, shares: false),
            _ => context.Say(context.Words["link.nothing"]),
        };
    }

    /// <summary>A role that a directory gives is not granted by the bot, and cannot be shared.</summary>
    private static bool HasRole(DialogContext context) => context.Participant.Roles.Contains(Role.Coordinator);

    private static Decision AskRole(DialogContext context, LinkQuestion question, LinkStep step, ParticipantId other) =>
        context.With(context.Conversation with { Link = question with { Step = step } }).Say(LinkPhrases.AskRole(context.Words, other));

    private static Decision GoOn(DialogContext context, LinkQuestion question, LinkOffer offer, bool shares) =>
        question.Step switch
        {
            LinkStep.TakerRecognises or LinkStep.TakerShares => Take(context, offer, shares),
            LinkStep.MakerRecognises or LinkStep.MakerShares => Confirm(context, offer, shares),
            _ => throw new UnreachableException(),
        };

    private static Decision Take(DialogContext context, LinkOffer offer, bool shares)
    {
        bool isRepeated = offer.AsksMaker(context.Turn.Now) && offer.Taker?.Id == context.Participant.Id;
        if (offer.MakerSpeaker is not { } maker || !(isRepeated || offer.IsOpen(context.Turn.Now)))
            return End(context, "link.ended");
        DateTimeOffset until = context.Turn.Now + LinkCode.Life;
        var taker = new LinkTaker(context.Participant.Id, context.Speaker, Shared(shares, maker));
        return context
            .With(context.Conversation with { Link = new LinkQuestion(LinkStep.TakerWaits, offer.Hash, until) })
            .Say(context.Words.Say("link.waits", LinkPhrases.Place(context.Words, maker), LinkCode.Life.TotalMinutes)) with
        {
            Link = new LinkChange.Taken(offer.Hash, taker, until),
        };
    }

    /// <summary>An offer that is confirmed already is confirmed again: an earlier attempt of this turn may have been interrupted.</summary>
    private static Decision Confirm(DialogContext context, LinkOffer offer, bool shares) =>
        offer.Taker is { } taker && (offer.Stage == LinkStage.Confirmed || offer.AsksMaker(context.Turn.Now))
            ? End(context, "link.done") with
            {
                Link = new LinkChange.Confirmed(offer, taker, Shared(shares, taker.Speaker)),
            }
            : End(context, "link.ended");

    private static Decision Decline(DialogContext context, LinkOffer offer) =>
        offer.Stage switch
        {
            LinkStage.Confirmed => End(context, "link.tooLate"),
            _ => End(context, "link.declinedHere") with { Link = new LinkChange.Declined(offer, context.Participant.Id) },
        };

    private static Decision End(DialogContext context, string key) =>
        context.With(context.Conversation with { Link = null }).Say(context.Words[key]);

    private static ImmutableArray<HeldRole> Shared(bool shares, ParticipantId with) => shares ? [new HeldRole(with, Role.Coordinator)] : [];
}
