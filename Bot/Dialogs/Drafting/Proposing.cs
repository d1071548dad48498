using AgaBot.Dialogs.Asking;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Forms.Walking;
using AgaBot.Plans;

namespace AgaBot.Dialogs.Drafting;

/// <summary>A draft that is open as a form. The draft holds the session.</summary>
public sealed record Proposing(ProposalId Draft) : ActiveForm
{
    internal override FormSession? SessionIn(DialogState state) => ProposalDrafts.Find(state, Draft)?.Session;

    internal override DialogState WithSession(DialogState state, FormSession session) =>
        ProposalDrafts.Put(state, ProposalDrafts.Find(state, Draft)! with { Session = session });

    internal override UndoState? LostBy(DialogContext before, Decision decision) =>
        decision.PlanChanges.Any(change => change is DraftDiscarded gone && gone.Draft == Draft)
        && ProposalDrafts.Find(before.State, Draft) is { Session.IsEmpty: false } draft
            ? new UndoState.Proposal(before.Turn.Today, draft with { Session = UndoState.BeforeConfirmation(draft.Session) })
            : null;
}

internal sealed class ProposingHandler(ProposalForms forms, DraftWalk walk) : FormHandler<Proposing>
{
    public override OpenForm Open(Proposing form, DialogState state, Words words) => forms.Of(Draft(form, state), words);

    protected override ValueTask<Decision> AdvanceAsync(
        DialogContext context,
        Proposing form,
        FormInput input,
        CancellationToken cancellationToken
    ) => ValueTask.FromResult(walk.Advance(context, Draft(form, context.State), input));

    private static Draft Draft(Proposing form, DialogState state) => state.Drafts.First(draft => draft.Id == form.Draft);
}
