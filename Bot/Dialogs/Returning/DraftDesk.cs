using System.Collections.Immutable;
using AgaBot.Dialogs.Asking;
using AgaBot.Dialogs.Commands;
using AgaBot.Dialogs.Proposals;
using AgaBot.Forms;
using AgaBot.Plans;

namespace AgaBot.Dialogs.Returning;

/// <summary>Follows <i>retomar</i>, <i>seguir</i>, <i>ver lo respondido</i> and <i>descartar</i>, in the open form or for a draft that waits.</summary>
internal sealed class DraftDesk(DialogForms forms, ReturnDesk returning, ProposalWalk proposals, OpenWalk walk)
{
    /// <summary>The drafts that wait for whoever greets or comes back; null where the form at hand is the answer, or where there are none.</summary>
    public Decision? Meet(Moment moment, OpenForm? open) =>
        (open is null || (moment.ComesBack && moment.Talk.Walk is Walk.Proposing)) && !ProposalDrafts.Listed(moment.Memory).IsEmpty
            ? List(moment, moment.Words[moment.ComesBack ? "return.hello" : "return.greeting"])
            : null;

    /// <summary>Where there are several, which one is asked.</summary>
    public Decision Resume(Moment moment, int? number, OpenForm? open)
    {
        (Draft? draft, Decision? instead) = Choose(moment, number, open);
        return draft is null ? instead! : proposals.Resume(moment, draft);
    }

    public async ValueTask<Decision> GoOnAsync(Moment moment, int? number, OpenForm? open, CancellationToken cancellationToken) =>
        (number, open) switch
        {
            (null, { Session.At: Place.Confirming }) => await walk.AdvanceAsync(moment, new FormInput.Back(), cancellationToken),
            (null, { } at) => moment.Say(PlaceReply.Say(at, Notice.None)),
            _ => Resume(moment, number, open),
        };

    public async ValueTask<Decision> DiscardAsync(Moment moment, int? number, OpenForm? open, CancellationToken cancellationToken)
    {
        if (number is null && open is not null)
            return await walk.AdvanceAsync(moment, new FormInput.Cancel(), cancellationToken);
        (Draft? draft, Decision? instead) = Choose(moment, number, open);
        return draft is null
            ? instead!
            : await walk.AdvanceAsync(moment.With(new Walk.Proposing(draft.Id)), new FormInput.Cancel(), cancellationToken);
    }

    /// <summary>One that a card names.</summary>
    public Decision Resume(Moment moment, Draft draft, OpenForm? open) =>
        open is not null && CommandDesk.IsLostByLeaving(moment.Talk.Walk)
            ? CommandDesk.FinishFirst(moment, open)
            : proposals.Resume(moment, draft);

    public async ValueTask<Decision> DiscardAsync(Moment moment, Draft draft, OpenForm? open, CancellationToken cancellationToken) =>
        open is not null && CommandDesk.IsLostByLeaving(moment.Talk.Walk)
            ? CommandDesk.FinishFirst(moment, open)
            : await walk.AdvanceAsync(moment.With(new Walk.Proposing(draft.Id)), new FormInput.Cancel(), cancellationToken);

    public Decision ShowAnswers(Moment moment, int? number, OpenForm? open)
    {
        if (number is null && open is not null)
        {
            return moment.Say(
                open.Session.IsEmpty
                    ? PlaceReply.Say(open, new Notice(moment.Words["answers.nothingYet"]))
                    : AnswersSoFar.Say(open, moment.Words.Say("answers.title", open.FullName), number: null, isOpen: true)
            );
        }
        (Draft? draft, Decision? instead) = Choose(moment, number, open: null);
        return draft is null
            ? instead!
            : moment.Say(AnswersSoFar.Say(forms.Of(draft, moment.Words), returning.Missing(moment.Words, draft), number, isOpen: false));
    }

    /// <summary>What is open is set aside: words said next are no answer to a question that was asked some other time.</summary>
    private Decision List(Moment moment, string greeting)
    {
        Moment aside = moment.Talk.Walk is Walk.Proposing ? moment.With(walk: null) : moment;
        return aside.Say(returning.Say(aside, greeting));
    }

    /// <summary>The draft that is meant, or what is said where none can be told.</summary>
    private (Draft? Draft, Decision? Instead) Choose(Moment moment, int? number, OpenForm? open)
    {
        ImmutableArray<Draft> drafts = ProposalDrafts.Listed(moment.Memory);
        if (drafts.IsEmpty)
            return (null, CommandDesk.Tell(moment.Say(moment.Words["drafts.none"]), open));
        if (number is < 1 || number > drafts.Length)
            return (null, CommandDesk.Tell(moment.Say(moment.Words.Say("drafts.noSuch", number)), open));
        if (open is not null && CommandDesk.IsLostByLeaving(moment.Talk.Walk))
            return (null, CommandDesk.FinishFirst(moment, open));
        return number is null && drafts.Length > 1 ? (null, List(moment, "")) : (drafts[(number ?? 1) - 1], null);
    }
}
