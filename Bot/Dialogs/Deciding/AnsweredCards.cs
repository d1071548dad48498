using AgaBot.Dialogs.Asking;
using AgaBot.Dialogs.Views;
using AgaBot.Forms.Walking;

namespace AgaBot.Dialogs.Deciding;

/// <summary>Says what replaces a form's card after the conversation has moved on, so that no inactive button remains.</summary>
internal sealed class AnsweredCards(OpenForms forms) : IDecisionRevision
{
    /// <summary>One card is open at a time: a turn that shows the next card or leaves the form replaces the previous card.</summary>
    public ValueTask<Decision> ReviseAsync(DialogContext context, Decision decision, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Replace(context, decision));

    private Decision Replace(DialogContext context, Decision decision)
    {
        if (!context.Turn.CardIsOpen || forms.Find(context) is not { } asked)
            return decision;
        FormSession? now = Find(decision.State, asked.Session.Id);
        bool stays = now?.Revision == asked.Session.Revision && !decision.Replies.Any(reply => reply.Card is IFormCard);
        if (stays)
            return decision;

        FormSession? left = decision.Ended?.Id == asked.Session.Id ? decision.Ended : null;
        return decision with { Answered = AnsweredMessage.Say(asked, asked.With(now ?? left ?? asked.Session), canEdit: now is not null) };
    }

    private static FormSession? Find(DialogState state, string sessionId) =>
        state.OpenSession is { } open && open.Id == sessionId
            ? open
            : state.Drafts.FirstOrDefault(draft => draft.Session.Id == sessionId)?.Session;
}
