using System.Diagnostics;
using AgaBot.Dialogs.Asking;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Forms.Walking;
using AgaBot.Plans;

namespace AgaBot.Dialogs.Explaining;

/// <summary>After the second input in a row that was not understood, offers three ways on. One of them is a person.</summary>
internal sealed class RepeatedMisunderstandingHelp(OpenForms forms, Plan plan) : IDecisionRevision
{
    private const int Often = 2;

    /// <summary>Offers help every second time, so that the help is not a nuisance.</summary>
    public ValueTask<Decision> ReviseAsync(DialogContext context, Decision decision, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Offer(context, decision));

    private Decision Offer(DialogContext context, Decision decision)
    {
        int times = decision.NotUnderstood ? context.Conversation.Misunderstood + 1 : 0;
        Decision counted =
            times == decision.State.Conversation.Misunderstood
                ? decision
                : decision with
                {
                    State = decision.State with { Conversation = decision.State.Conversation with { Misunderstood = times } },
                };
        if (times == 0 || times % Often != 0)
            return counted;
        // Below the question, where a telephone shows them; with no question, in place of the list of all commands.
        return forms.Find(decision.State, context.Words) is { } open
            ? counted with
            {
                Replies = counted.Replies.Add(InForm(open)),
            }
            : counted with
            {
                Replies = [Outside(context.Words)],
            };
    }

    private Reply InForm(OpenForm open)
    {
        Words words = open.Words;
        string onwards = Onwards(open.Session.At);
        string leave = Leaving(open);
        return Say(words, words[$"ways.{onwards}"], words[$"ways.{leave}"], [onwards, leave == "later" ? "showAnswers" : leave]);
    }

    private Reply Outside(Words words) => Say(words, words["ways.propose"], words["ways.orders"], ["propose", "help"]);

    private static string Onwards(FormPosition at) =>
        at switch
        {
            FormPosition.Review => "send",
            FormPosition.Confirming => "goOn",
            FormPosition.Asking => "help",
            _ => throw new UnreachableException(),
        };

    /// <summary>How to leave the question at hand without answering it.</summary>
    private static string Leaving(OpenForm open) =>
        open.QuestionAtHand is { Required: false } ? "skip"
        : open.Form.HasReview && open.Texts == "ficha" ? "later"
        : "cancel";

    private Reply Say(Words words, string first, string second, ReadOnlySpan<string> commands) =>
        ButtonsMessage.Say(
            words,
            string.Join('\n', words["ways.title"], first, second, words.Say("ways.person", ContactPhrase.Say(plan, words))),
            commands
        );
}
