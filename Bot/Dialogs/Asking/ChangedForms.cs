using System.Diagnostics;
using AgaBot.Dialogs.Proposals;
using AgaBot.Forms;

namespace AgaBot.Dialogs.Asking;

/// <summary>Goes on with a form that has changed since it was begun: with what was answered, and a sentence on what changed.</summary>
internal sealed class ChangedForms(DialogForms forms)
{
    /// <returns>The moment with the open form as it is now; null where it has not changed.</returns>
    public ChangedForm? Carry(Moment moment)
    {
        if (forms.Open(moment.Memory, moment.Words) is not { } open || CarriedSession.Carry(open.Form, open.Session) is not { } carried)
            return null;

        Moment now = moment.Talk.Walk switch
        {
            Walk.Proposing walk => moment with
            {
                Memory = ProposalDrafts.Put(
                    moment.Memory,
                    ProposalDrafts.Find(moment.Memory, walk.Draft)! with
                    {
                        Session = carried.Session,
                    }
                ),
            },
            Walk.AboutMe => moment.With(new Walk.AboutMe(carried.Session)),
            Walk.CountingMesa walk => moment.With(walk with { Session = carried.Session }),
            Walk.OpeningConsultation walk => moment.With(walk with { Session = carried.Session }),
            Walk.Responding walk => moment.With(walk with { Session = carried.Session }),
            _ => throw new UnreachableException(),
        };
        return new ChangedForm(now, open.With(carried.Session), Say(open, carried), carried.LostItsPlace);
    }

    private static Notice Say(OpenForm open, CarriedSession carried) =>
        new(
            carried.Misfits.IsEmpty
                ? open.Words["form.changed"]
                : open.Words.Say("form.changedMisfit", string.Join(", ", carried.Misfits.Select(id => FormerAnswers.Name(open, id))))
        );
}

/// <param name="Open">The form at hand, as it stands now.</param>
/// <param name="LostItsPlace">Whether what is typed would answer a question that is gone.</param>
internal sealed record ChangedForm(Moment Moment, OpenForm Open, Notice Notice, bool LostItsPlace);
