using AgaBot.Dialogs.Asking;
using AgaBot.Plans.Linking;

namespace AgaBot.Dialogs.Linking;

/// <summary>
/// Tells one side of a link what the other has answered: at its next turn, or in a turn that the bot begins. Only a conversation in which a
/// code was asked for or used reads the offer, and only until the question ends.
/// </summary>
internal sealed class LinkNews(ILinkOffers offers, LinkPhrases phrases) : IDecisionRevision
{
    public async ValueTask<Decision> ReviseAsync(DialogContext context, Decision decision, CancellationToken cancellationToken)
    {
        // A question of this turn has no news yet.
        if (decision.State.Conversation.Link is not { } question || question != context.Conversation.Link)
            return decision;
        if (question.Step is LinkStep.TakerRecognises or LinkStep.TakerShares)
            return context.Turn.Now < question.Until ? decision : End(context, decision, "link.ended");

        if (question.Step == LinkStep.Undoes)
            return context.Turn.Now < question.Until ? decision : Add(decision, null);

        LinkOffer? offer = await offers.FindAsync(question.Hash, cancellationToken);
        return (question.Step, offer) switch
        {
            (LinkStep.MakerWaits, { Taker: { } taker }) when offer.AsksMaker(context.Turn.Now) => Add(
                decision,
                new LinkQuestion(LinkStep.MakerRecognises, question.Hash, offer.ExpiresAt),
                LinkPhrases.AskWho(
                    context.Words,
                    context.Words.Say("link.askMaker", await phrases.FaceAsync(context.Words, taker.Id, taker.Speaker, cancellationToken))
                )
            ),
            (LinkStep.TakerWaits, { Stage: LinkStage.Confirmed }) => End(context, decision, "link.done"),
            (_, { Stage: LinkStage.Declined }) => End(context, decision, "link.declinedThere"),
            (_, not null) when context.Turn.Now < offer.ExpiresAt => decision,
            // A code that nobody typed ends without a word.
            (LinkStep.MakerWaits, null or { Taker: null }) => Add(decision, null),
            _ => End(context, decision, "link.ended"),
        };
    }

    private static Decision End(DialogContext context, Decision decision, string key) => Add(decision, null, new Reply(context.Words[key]));

    private static Decision Add(Decision decision, LinkQuestion? question, params ReadOnlySpan<Reply> said) =>
        decision with
        {
            State = decision.State with { Conversation = decision.State.Conversation with { Link = question } },
            Replies = [.. decision.Replies, .. said],
        };
}
