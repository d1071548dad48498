using System.Diagnostics;
using AgaBot.Dialogs.Asking;
using AgaBot.Dialogs.Commands;
using AgaBot.Dialogs.Inputs;
using AgaBot.Dialogs.Proposals;
using AgaBot.Forms;
using AgaBot.Plans;

namespace AgaBot.Dialogs.Undoing;

/// <summary><i>Deshacer</i> brings back what was cancelled or begun again, so that nothing that was answered is lost by a slip.</summary>
internal sealed class UndoDesk(DialogForms forms, ProposalWalk proposals)
{
    /// <summary>What was thrown away on an earlier day is forgotten, unless this is what brings it back.</summary>
    public static Moment ForgetOld(Moment moment) =>
        moment.Talk.ThrownAway is { } thrown && thrown.On < moment.Heard.Today && !AsksToUndo(moment.Heard.Said)
            ? moment.With(moment.Talk with { ThrownAway = null })
            : moment;

    /// <summary>Keeps what an input to the open form threw away, and says how it comes back. What is asked next stays the last thing said.</summary>
    public static Decision Remember(Moment before, Decision decision)
    {
        if (Lost(before, decision) is not { } thrown)
            return decision;
        Reply offer = MessageReply.Say(before.Words, before.Words["undo.offer"], "undo");
        return decision with
        {
            Memory = decision.Memory with { Talk = decision.Memory.Talk with { ThrownAway = thrown } },
            Replies = decision.Memory.Talk.Walk is null ? decision.Replies.Add(offer) : decision.Replies.Insert(0, offer),
        };
    }

    /// <param name="open">The form that is open, which is left for what comes back only where nothing of it is lost.</param>
    public Decision Undo(Moment moment, OpenForm? open)
    {
        if (moment.Talk.ThrownAway is not { } thrown || IsOver(moment, thrown))
            return open is null
                ? moment.Say(moment.Words["undo.nothing"])
                : moment.Say(PlaceReply.Say(open, new Notice(moment.Words["undo.nothingInForm"])));
        if (open is not null && CommandDesk.IsLostByLeaving(moment.Talk.Walk))
            return CommandDesk.FinishFirst(moment, open);
        Moment without = moment.With(moment.Talk with { ThrownAway = null });
        return thrown switch
        {
            ThrownAway.Proposal proposal => proposals.Restore(without, proposal.Draft)
                ?? moment.Say(moment.Words.Say("drafts.tooMany", ProposalDrafts.Most)),
            ThrownAway.Form form => Restore(without.With(without.Talk with { Walk = form.Walk, Then = form.Then })),
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>Who sits at a mesa is not counted any more once it is closed.</summary>
    private static bool IsOver(Moment moment, ThrownAway thrown) =>
        thrown is ThrownAway.Form { Walk: Walk.CountingMesa counting } && moment.Memory.Mesa?.Id != counting.Id;

    private Decision Restore(Moment moment)
    {
        OpenForm back = forms.Open(moment.Memory, moment.Words) ?? throw new InvalidOperationException("What came back is no form.");
        return moment.Say(PlaceReply.Say(back, new Notice(moment.Words.Say("undo.done", back.Name))));
    }

    private static ThrownAway? Lost(Moment before, Decision decision) =>
        before.Talk.Walk switch
        {
            Walk.Proposing walk => decision.PlanChanges.Any(change => change is PlanChange.DraftDiscarded gone && gone.Draft == walk.Draft)
            && ProposalDrafts.Find(before.Memory, walk.Draft) is { Session.IsEmpty: false } draft
                ? new ThrownAway.Proposal(before.Heard.Today, draft with { Session = BeforeItWasAsked(draft.Session) })
                : null,
            // A no to the consent keeps nothing.
            Walk.AboutMe walk => decision.Memory.Participant.ConsentedOn is not null
            && walk.Session.Answers.Keys.Any(answered => answered != ConsentForm.Consentimiento)
                ? Lost(before, decision, walk.Session, session => new Walk.AboutMe(session))
                : null,
            Walk.OpeningConsultation walk => Lost(before, decision, walk.Session, session => walk with { Session = session }),
            Walk.Correcting walk => Lost(before, decision, walk.Session, session => new Walk.Correcting(session)),
            Walk.CountingMesa walk => Lost(before, decision, walk.Session, session => walk with { Session = session }),
            // One question each, and nothing answered before it ends.
            Walk.Erasing or Walk.Responding or null => null,
            _ => throw new UnreachableException(),
        };

    private static ThrownAway.Form? Lost(Moment before, Decision decision, FormSession session, Func<FormSession, Walk> walk) =>
        !session.IsEmpty && (WasCancelled(session, decision) || WasRestarted(session, decision))
            ? new ThrownAway.Form(before.Heard.Today, walk(BeforeItWasAsked(session)), before.Talk.Then)
            : null;

    private static bool WasCancelled(FormSession session, Decision decision) =>
        decision.Ended is { At: Place.Ended { Submitted: false } } ended && ended.Id == session.Id;

    private static bool WasRestarted(FormSession session, Decision decision) =>
        OpenSession.Of(decision.Memory) is { IsEmpty: true } again && again.Id == session.Id;

    /// <summary>Where it stood when the person was asked whether they meant it.</summary>
    private static FormSession BeforeItWasAsked(FormSession session) =>
        session.At is Place.Confirming confirming ? session with { At = confirming.From, Revision = session.Revision + 1 } : session;

    private static bool AsksToUndo(Said said) =>
        said switch
        {
            Said.Typed typed => CommandReader.Read(typed.Text) is Utterance.Ordered { Command: Command.Undo },
            Said.Pressed { Submit.Command: { } words } => CommandReader.Read(words) is Utterance.Ordered { Command: Command.Undo },
            _ => false,
        };
}
