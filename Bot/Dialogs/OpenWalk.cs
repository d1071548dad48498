using System.Diagnostics;
using AgaBot.Dialogs.AboutMe;
using AgaBot.Dialogs.Consulting;
using AgaBot.Dialogs.OwnData;
using AgaBot.Dialogs.Proposals;
using AgaBot.Forms;

namespace AgaBot.Dialogs;

/// <summary>Gives an input to whichever form is open.</summary>
internal sealed class OpenWalk(AboutMeWalk aboutMe, ProposalWalk proposals, OpeningWalk opening, OwnDataDesk ownData)
{
    public Decision Advance(Moment moment, FormInput input) => moment.Talk.Walk switch
    {
        Walk.AboutMe walk => aboutMe.Advance(moment, walk, input),
        Walk.Proposing walk => proposals.Advance(moment, moment.Memory.Drafts.First(draft => draft.Id == walk.Draft), input),
        Walk.Correcting walk => ownData.Advance(moment, walk, input),
        Walk.Erasing walk => ownData.Advance(moment, walk, input),
        Walk.OpeningConsultation walk => opening.Advance(moment, walk, input),
        Walk.Responding walk => RespondingWalk.Advance(moment, walk, input),
        null => throw new InvalidOperationException("No form is open."),
        _ => throw new UnreachableException(),
    };
}
