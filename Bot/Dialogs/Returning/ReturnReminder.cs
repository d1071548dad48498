using AgaBot.Dialogs.Asking;
using AgaBot.Dialogs.Drafting;
using AgaBot.Dialogs.Inputs;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Dialogs.Views;

namespace AgaBot.Dialogs.Returning;

/// <summary>Tells a person who comes back on a later day what was left unfinished.</summary>
internal sealed class ReturnReminder(OpenForms forms) : IDecisionRevision
{
    /// <summary>
    /// Tells a person who comes back with something else that a draft waits; and where they answered at once what was asked days ago, what their
    /// words were taken for.
    /// </summary>
    public ValueTask<Decision> ReviseAsync(DialogContext context, Decision decision, CancellationToken cancellationToken) =>
        ValueTask.FromResult(context.ComesBack ? Remind(context, decision) : decision);

    private Decision Remind(DialogContext context, Decision decision)
    {
        Words words = context.Words;
        if (decision.Replies.Any(reply => reply.Card is DraftsView or ProposalsView))
            return decision;
        if (decision.State.Conversation.ActiveForm is null)
        {
            // An answer to a consultation names the drafts itself.
            return decision.Replies.IsEmpty || !decision.ConsultationChanges.IsEmpty || ProposalDrafts.Listed(decision.State).IsEmpty
                ? decision
                : decision with
                {
                    Replies = decision.Replies.Add(new Reply(words["drafts.waiting"])),
                };
        }

        return context.Turn.Input is UserInput.Typed && AnsweredAtOnce(context, decision) is { } answered
            ? decision with
            {
                Replies = decision.Replies.Insert(0, new Reply($"{words["return.hello"]} {words.Say("return.answered", answered)}")),
            }
            : decision;
    }

    /// <summary>What was asked, where words that were typed have become its answer; null elsewhere.</summary>
    private string? AnsweredAtOnce(DialogContext context, Decision decision) =>
        context.Conversation.ActiveForm is Proposing proposing
        && forms.Find(context) is { QuestionAtHand: { } question } open
        && ProposalDrafts.Find(decision.State, proposing.Draft) is { } after
        && after.Session.Answers.GetValueOrDefault(question.Id) is { } answer
        && answer != open.Session.Answers.GetValueOrDefault(question.Id)
            ? open.Asks(question)
            : null;
}
