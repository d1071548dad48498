using System.Collections.Immutable;
using AgaBot.Dialogs.Asking;
using AgaBot.Dialogs.Commands;
using AgaBot.Dialogs.Proposals;
using AgaBot.Forms.Walking;
using AgaBot.Plans;

namespace AgaBot.Dialogs.Returning;

/// <summary>Follows <i>retomar</i>, <i>seguir</i>, <i>ver lo respondido</i> and <i>descartar</i>, in the open form or for a draft that waits.</summary>
internal sealed class DraftHandler(DialogForms forms, ReturnHandler returning, ProposalWalk proposals, OpenWalk walk)
{
    /// <summary>The drafts that wait for whoever greets or comes back; null where the form at hand is the answer, or where there are none.</summary>
    public Decision? Meet(DialogContext context, OpenForm? open) =>
        (open is null || (context.ComesBack && context.Conversation.ActiveForm is ActiveForm.Proposing))
        && !ProposalDrafts.Listed(context.State).IsEmpty
            ? List(context, context.Words[context.ComesBack ? "return.hello" : "return.greeting"])
            : null;

    /// <summary>Where there are several, which one is asked.</summary>
    public Decision Resume(DialogContext context, int? number, OpenForm? open)
    {
        (Draft? draft, Decision? instead) = Choose(context, number, open);
        return draft is null ? instead! : proposals.Resume(context, draft);
    }

    public async ValueTask<Decision> GoOnAsync(DialogContext context, int? number, OpenForm? open, CancellationToken cancellationToken) =>
        (number, open) switch
        {
            (null, { Session.At: FormPosition.Confirming }) => await walk.AdvanceAsync(context, new FormInput.Back(), cancellationToken),
            (null, { } at) => context.Say(PlaceMessage.Say(at, Notice.None)),
            _ => Resume(context, number, open),
        };

    public async ValueTask<Decision> DiscardAsync(DialogContext context, int? number, OpenForm? open, CancellationToken cancellationToken)
    {
        if (number is null && open is not null)
            return await walk.AdvanceAsync(context, new FormInput.Cancel(), cancellationToken);
        (Draft? draft, Decision? instead) = Choose(context, number, open);
        return draft is null
            ? instead!
            : await walk.AdvanceAsync(context.With(new ActiveForm.Proposing(draft.Id)), new FormInput.Cancel(), cancellationToken);
    }

    /// <summary>One that a card names.</summary>
    public Decision Resume(DialogContext context, Draft draft, OpenForm? open) =>
        open is not null && CommandDesk.IsLostByLeaving(context.Conversation.ActiveForm)
            ? CommandDesk.FinishFirst(context, open)
            : proposals.Resume(context, draft);

    public async ValueTask<Decision> DiscardAsync(
        DialogContext context,
        Draft draft,
        OpenForm? open,
        CancellationToken cancellationToken
    ) =>
        open is not null && CommandDesk.IsLostByLeaving(context.Conversation.ActiveForm)
            ? CommandDesk.FinishFirst(context, open)
            : await walk.AdvanceAsync(context.With(new ActiveForm.Proposing(draft.Id)), new FormInput.Cancel(), cancellationToken);

    public Decision ShowAnswers(DialogContext context, int? number, OpenForm? open)
    {
        if (number is null && open is not null)
        {
            return context.Say(
                open.Session.IsEmpty
                    ? PlaceMessage.Say(open, new Notice(context.Words["answers.nothingYet"]))
                    : AnswersSoFar.Say(open, context.Words.Say("answers.title", open.FullName), number: null, isOpen: true)
            );
        }
        (Draft? draft, Decision? instead) = Choose(context, number, open: null);
        return draft is null
            ? instead!
            : context.Say(AnswersSoFar.Say(forms.Of(draft, context.Words), returning.Missing(context.Words, draft), number, isOpen: false));
    }

    /// <summary>What is open is set aside: words said next are no answer to a question that was asked some other time.</summary>
    private Decision List(DialogContext context, string greeting)
    {
        DialogContext aside = context.Conversation.ActiveForm is ActiveForm.Proposing ? context.With(walk: null) : context;
        return aside.Say(returning.Say(aside, greeting));
    }

    /// <summary>The draft that is meant, or what is said where none can be told.</summary>
    private (Draft? Draft, Decision? Instead) Choose(DialogContext context, int? number, OpenForm? open)
    {
        ImmutableArray<Draft> drafts = ProposalDrafts.Listed(context.State);
        if (drafts.IsEmpty)
            return (null, CommandDesk.Tell(context.Say(context.Words["drafts.none"]), open));
        if (number is < 1 || number > drafts.Length)
            return (null, CommandDesk.Tell(context.Say(context.Words.Say("drafts.noSuch", number)), open));
        if (open is not null && CommandDesk.IsLostByLeaving(context.Conversation.ActiveForm))
            return (null, CommandDesk.FinishFirst(context, open));
        return number is null && drafts.Length > 1 ? (null, List(context, "")) : (drafts[(number ?? 1) - 1], null);
    }
}
