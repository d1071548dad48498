using System.Diagnostics;
using AgaBot.Dialogs.Proposals;
using AgaBot.Forms.Walking;

namespace AgaBot.Dialogs.Asking;

/// <summary>Goes on with a form that has changed since it was begun: with what was answered, and a sentence on what changed.</summary>
internal sealed class ChangedForms(DialogForms forms)
{
    /// <returns>The moment with the open form as it is now; null where it has not changed.</returns>
    public ChangedForm? Carry(DialogContext context)
    {
        if (forms.Open(context.State, context.Words) is not { } open || CarriedSession.Carry(open.Form, open.Session) is not { } carried)
            return null;

        DialogContext now = context.Conversation.ActiveForm switch
        {
            ActiveForm.Proposing walk => context with
            {
                State = ProposalDrafts.Put(
                    context.State,
                    ProposalDrafts.Find(context.State, walk.Draft)! with
                    {
                        Session = carried.Session,
                    }
                ),
            },
            ActiveForm.AboutMe => context.With(new ActiveForm.AboutMe(carried.Session)),
            ActiveForm.CountingMesa walk => context.With(walk with { Session = carried.Session }),
            ActiveForm.OpeningConsultation walk => context.With(walk with { Session = carried.Session }),
            ActiveForm.Responding walk => context.With(walk with { Session = carried.Session }),
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
internal sealed record ChangedForm(DialogContext Moment, OpenForm Open, Notice Notice, bool LostItsPlace);
