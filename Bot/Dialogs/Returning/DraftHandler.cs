using System.Collections.Immutable;
using AgaBot.Dialogs.Asking;
using AgaBot.Dialogs.Drafting;
using AgaBot.Forms.Walking;
using AgaBot.Plans;

namespace AgaBot.Dialogs.Returning;

/// <summary>
/// Follows <i>retomar</i>, <i>seguir</i>, <i>ver lo respondido</i> and <i>descartar</i>, for the open form or a waiting draft.
/// </summary>
internal sealed class DraftHandler(WaitingDrafts waiting, ProposalForms proposals, DraftOpener drafts, OpenForms forms)
{
    /// <summary>If there are several drafts and no number, asks which one.</summary>
    public Decision Resume(DialogContext context, int? number, OpenForm? open)
    {
        (Draft? draft, Decision? instead) = Choose(context, number, open);
        return draft is null ? instead! : drafts.Resume(context, draft);
    }

    public async ValueTask<Decision> GoOnAsync(DialogContext context, int? number, OpenForm? open, CancellationToken cancellationToken) =>
        (number, open) switch
        {
            (null, { Session.At: FormPosition.Confirming }) => await forms.AdvanceAsync(context, new FormInput.Back(), cancellationToken),
            (null, { } at) => context.Say(PlaceMessage.Say(at, Notice.None)),
            _ => Resume(context, number, open),
        };

    public async ValueTask<Decision> DiscardAsync(DialogContext context, int? number, OpenForm? open, CancellationToken cancellationToken)
    {
        if (number is null && open is not null)
            return await forms.AdvanceAsync(context, new FormInput.Cancel(), cancellationToken);
        (Draft? draft, Decision? instead) = Choose(context, number, open);
        return draft is null
            ? instead!
            : await forms.AdvanceAsync(context.With(new Proposing(draft.Id)), new FormInput.Cancel(), cancellationToken);
    }

    /// <summary>Opens the draft that a card names.</summary>
    public Decision Resume(DialogContext context, Draft draft, OpenForm? open) =>
        Interruption.FinishFirst(context, open) ?? drafts.Resume(context, draft);

    public async ValueTask<Decision> DiscardAsync(
        DialogContext context,
        Draft draft,
        OpenForm? open,
        CancellationToken cancellationToken
    ) =>
        Interruption.FinishFirst(context, open)
        ?? await forms.AdvanceAsync(context.With(new Proposing(draft.Id)), new FormInput.Cancel(), cancellationToken);

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
        return draft is null ? instead! : context.Say(Answers(proposals.Of(draft, context.Words), number));
    }

    private static Reply Answers(OpenForm draft, int? number) =>
        AnswersSoFar.Say(draft, WaitingDrafts.Missing(draft), number, isOpen: false);

    /// <summary>The draft that is meant, or the reply if that is unclear.</summary>
    private (Draft? Draft, Decision? Instead) Choose(DialogContext context, int? number, OpenForm? open)
    {
        ImmutableArray<Draft> listed = ProposalDrafts.Listed(context.State);
        if (listed.IsEmpty)
            return (null, Interruption.Tell(context.Say(context.Words["drafts.none"]), open));
        if (number is < 1 || number > listed.Length)
            return (null, Interruption.Tell(context.Say(context.Words.Say("drafts.noSuch", number)), open));
        if (Interruption.FinishFirst(context, open) is { } first)
            return (null, first);
        return number is null && listed.Length > 1 ? (null, waiting.List(context, "")) : (listed[(number ?? 1) - 1], null);
    }
}
