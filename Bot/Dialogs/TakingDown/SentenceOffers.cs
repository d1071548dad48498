using AgaBot.Dialogs.Asking;
using AgaBot.Dialogs.Inputs;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Forms;

namespace AgaBot.Dialogs.TakingDown;

/// <summary>
/// Offers to take down what a person said outside a form, as an aporte or as a proposal. The offer ends with the next input.
/// </summary>
internal sealed class SentenceOffers(ICodeRedaction codes) : IDecisionRevision
{
    /// <summary>Null if the text holds a code, which must not be kept.</summary>
    public Decision? TryOffer(DialogContext context, string text)
    {
        if (!ReferenceEquals(codes.RedactMessage(text), text))
            return null;
        string said = text.Trim();
        return said.Length > Question.Text.DefaultMaxLength
            ? context.Say(context.Words.Say("takeDown.tooLong", Question.Text.DefaultMaxLength))
            : Ask(context, new OfferedSentence(said), "takeDown.offer");
    }

    public static Decision AskAgain(DialogContext context, OfferedSentence offered) =>
        Ask(context, offered with { Asked = offered.Asked + 1 }, "takeDown.again");

    /// <summary>Forgets an offer that this turn has not made or repeated.</summary>
    public ValueTask<Decision> ReviseAsync(DialogContext context, Decision decision, CancellationToken cancellationToken) =>
        ValueTask.FromResult(
            context.Conversation.Offered is { } before && decision.State.Conversation.Offered == before
                ? decision with
                {
                    State = decision.State with { Conversation = decision.State.Conversation with { Offered = null } },
                }
                : decision
        );

    private static Decision Ask(DialogContext context, OfferedSentence offered, string key)
    {
        Words words = context.Words;
        string text = $"{words.Say(key, Excerpt.Quote(offered.Text))}\n{words["takeDown.how"]}";
        return context
            .With(context.Conversation with { Offered = offered })
            .Say(ButtonsMessage.Say(words, text, "takeDownAporte", "takeDownFicha"));
    }
}
