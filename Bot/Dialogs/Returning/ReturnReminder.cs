using AgaBot.Dialogs.Asking;
using AgaBot.Dialogs.Drafting;
using AgaBot.Dialogs.Inputs;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Dialogs.Views;

namespace AgaBot.Dialogs.Returning;

/// <summary>Tells a person who comes back on a later day which drafts are unfinished.</summary>
internal sealed class ReturnReminder(OpenForms forms) : IDecisionRevision
{
    /// <summary>
    /// Tells a person who comes back with another request that a draft waits. If the person answered a question of an earlier day at once,
    /// says which question the answer was taken for.
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
            // The reply to a consultation names the drafts itself.
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

    /// <summary>The question that typed words have just answered; null if there is none.</summary>
    private string? AnsweredAtOnce(DialogContext context, Decision decision) =>
        context.Conversation.ActiveForm is Proposing proposing
        && forms.Find(context) is { QuestionAtHand: { } question } open
        && ProposalDrafts.Find(decision.State, proposing.Draft) is { } after
        && after.Session.Answers.GetValueOrDefault(question.Id) is { } answer
        && answer != open.Session.Answers.GetValueOrDefault(question.Id)
            ? open.Asks(question)
            : null;
}
