using System.Diagnostics;
using AgaBot.Dialogs.AboutMe;
using AgaBot.Dialogs.Consulting;
using AgaBot.Dialogs.Mesas;
using AgaBot.Dialogs.OwnData;
using AgaBot.Dialogs.Proposals;
using AgaBot.Dialogs.Undoing;
using AgaBot.Forms;

namespace AgaBot.Dialogs;

/// <summary>Gives an input to whichever form is open.</summary>
internal sealed class OpenWalk(AboutMeWalk aboutMe, ProposalWalk proposals, OpeningWalk opening, OwnDataDesk ownData, MesaDesk mesas)
{
    public async ValueTask<Decision> AdvanceAsync(Moment moment, FormInput input, CancellationToken cancellationToken) =>
        UndoDesk.Remember(moment, await StepAsync(moment, input, cancellationToken)) is var decision && IsUnheard(moment, input, decision)
            ? decision with
            {
                NotUnderstood = true,
            }
            : decision;

    /// <summary>An answer that brought the walk no further; an old card's is none.</summary>
    private static bool IsUnheard(Moment moment, FormInput input, Decision decision) =>
        OpenSession.Of(moment.Memory) is { } before
        && (input is FormInput.Say || (input is FormInput.Fill fill && fill.Revision == before.Revision))
        && OpenSession.StandsStill(before, OpenSession.Of(decision.Memory));

    private async ValueTask<Decision> StepAsync(Moment moment, FormInput input, CancellationToken cancellationToken) =>
        moment.Talk.Walk switch
        {
            Walk.AboutMe walk => aboutMe.Advance(moment, walk, input),
            Walk.Proposing walk => proposals.Advance(moment, moment.Memory.Drafts.First(draft => draft.Id == walk.Draft), input),
            Walk.Correcting walk => ownData.Advance(moment, walk, input),
            Walk.Erasing walk => ownData.Advance(moment, walk, input),
            Walk.CountingMesa walk => await mesas.AdvanceAsync(moment, walk, input, cancellationToken),
            Walk.OpeningConsultation walk => opening.Advance(moment, walk, input),
            Walk.Responding walk => RespondingWalk.Advance(moment, walk, input),
            null => throw new InvalidOperationException("No form is open."),
            _ => throw new UnreachableException(),
        };
}
