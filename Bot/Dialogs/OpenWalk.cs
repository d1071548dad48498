using System.Diagnostics;
using AgaBot.Dialogs.AboutMe;
using AgaBot.Dialogs.Consulting;
using AgaBot.Dialogs.Mesas;
using AgaBot.Dialogs.OwnData;
using AgaBot.Dialogs.Proposals;
using AgaBot.Dialogs.Undoing;
using AgaBot.Forms.Walking;

namespace AgaBot.Dialogs;

/// <summary>Gives an input to whichever form is open.</summary>
internal sealed class OpenWalk(AboutMeWalk aboutMe, ProposalWalk proposals, OpeningWalk opening, OwnDataHandler ownData, MesaHandler mesas)
{
    public async ValueTask<Decision> AdvanceAsync(DialogContext context, FormInput input, CancellationToken cancellationToken) =>
        UndoHandler.Remember(context, await StepAsync(context, input, cancellationToken)) is var decision
        && IsUnheard(context, input, decision)
            ? decision with
            {
                NotUnderstood = true,
            }
            : decision;

    /// <summary>An answer that brought the walk no further; an old card's is none.</summary>
    private static bool IsUnheard(DialogContext context, FormInput input, Decision decision) =>
        OpenSession.Of(context.State) is { } before
        && (input is FormInput.Say || (input is FormInput.Fill fill && fill.Revision == before.Revision))
        && OpenSession.StandsStill(before, OpenSession.Of(decision.State));

    private async ValueTask<Decision> StepAsync(DialogContext context, FormInput input, CancellationToken cancellationToken) =>
        context.Conversation.ActiveForm switch
        {
            ActiveForm.AboutMe walk => aboutMe.Advance(context, walk, input),
            ActiveForm.Proposing walk => proposals.Advance(context, context.State.Drafts.First(draft => draft.Id == walk.Draft), input),
            ActiveForm.Correcting walk => ownData.Advance(context, walk, input),
            ActiveForm.Erasing walk => ownData.Advance(context, walk, input),
            ActiveForm.CountingMesa walk => await mesas.AdvanceAsync(context, walk, input, cancellationToken),
            ActiveForm.OpeningConsultation walk => opening.Advance(context, walk, input),
            ActiveForm.Responding walk => RespondingWalk.Advance(context, walk, input),
            null => throw new InvalidOperationException("No form is open."),
            _ => throw new UnreachableException(),
        };
}
