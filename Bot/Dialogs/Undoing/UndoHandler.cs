using System.Diagnostics;
using AgaBot.Dialogs.Asking;
using AgaBot.Dialogs.Commands;
using AgaBot.Dialogs.Inputs;
using AgaBot.Dialogs.Proposals;
using AgaBot.Forms.Walking;
using AgaBot.Plans;
using AgaBot.Plans.FormDefinitions;

namespace AgaBot.Dialogs.Undoing;

/// <summary><i>Deshacer</i> brings back what was cancelled or begun again, so that nothing that was answered is lost by a slip.</summary>
internal sealed class UndoHandler(DialogForms forms, ProposalWalk proposals)
{
    /// <summary>What was thrown away on an earlier day is forgotten, unless this is what brings it back.</summary>
    public static DialogContext ForgetOld(DialogContext context) =>
        context.Conversation.Undo is { } thrown && thrown.On < context.Turn.Today && !AsksToUndo(context.Turn.Input)
            ? context.With(context.Conversation with { Undo = null })
            : context;

    /// <summary>Keeps what an input to the open form threw away, and says how it comes back. What is asked next stays the last thing said.</summary>
    public static Decision Remember(DialogContext before, Decision decision)
    {
        if (Lost(before, decision) is not { } thrown)
            return decision;
        Reply offer = ButtonsMessage.Say(before.Words, before.Words["undo.offer"], "undo");
        return decision with
        {
            State = decision.State with { Conversation = decision.State.Conversation with { Undo = thrown } },
            Replies = decision.State.Conversation.ActiveForm is null ? decision.Replies.Add(offer) : decision.Replies.Insert(0, offer),
        };
    }

    /// <param name="open">The form that is open, which is left for what comes back only where nothing of it is lost.</param>
    public Decision Undo(DialogContext context, OpenForm? open)
    {
        if (context.Conversation.Undo is not { } thrown || IsOver(context, thrown))
            return open is null
                ? context.Say(context.Words["undo.nothing"])
                : context.Say(PlaceMessage.Say(open, new Notice(context.Words["undo.nothingInForm"])));
        if (open is not null && CommandDesk.IsLostByLeaving(context.Conversation.ActiveForm))
            return CommandDesk.FinishFirst(context, open);
        DialogContext without = context.With(context.Conversation with { Undo = null });
        return thrown switch
        {
            UndoState.Proposal proposal => proposals.Restore(without, proposal.Draft)
                ?? context.Say(context.Words.Say("drafts.tooMany", ProposalDrafts.Most)),
            UndoState.Form form => Restore(
                without.With(without.Conversation with { ActiveForm = form.ActiveForm, Pending = form.Pending })
            ),
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>Who sits at a mesa is not counted any more once it is closed.</summary>
    private static bool IsOver(DialogContext context, UndoState thrown) =>
        thrown is UndoState.Form { ActiveForm: ActiveForm.CountingMesa counting } && context.State.Mesa?.Id != counting.Id;

    private Decision Restore(DialogContext context)
    {
        OpenForm back = forms.Open(context.State, context.Words) ?? throw new InvalidOperationException("What came back is no form.");
        return context.Say(PlaceMessage.Say(back, new Notice(context.Words.Say("undo.done", back.Name))));
    }

    private static UndoState? Lost(DialogContext before, Decision decision) =>
        before.Conversation.ActiveForm switch
        {
            ActiveForm.Proposing walk => decision.PlanChanges.Any(change => change is DraftDiscarded gone && gone.Draft == walk.Draft)
            && ProposalDrafts.Find(before.State, walk.Draft) is { Session.IsEmpty: false } draft
                ? new UndoState.Proposal(before.Turn.Today, draft with { Session = BeforeItWasAsked(draft.Session) })
                : null,
            // A no to the consent keeps nothing.
            ActiveForm.AboutMe walk => decision.State.Participant.ConsentedOn is not null
            && walk.Session.Answers.Keys.Any(answered => answered != ConsentForm.Consentimiento)
                ? Lost(before, decision, walk.Session, session => new ActiveForm.AboutMe(session))
                : null,
            ActiveForm.OpeningConsultation walk => Lost(before, decision, walk.Session, session => walk with { Session = session }),
            ActiveForm.Correcting walk => Lost(before, decision, walk.Session, session => new ActiveForm.Correcting(session)),
            ActiveForm.CountingMesa walk => Lost(before, decision, walk.Session, session => walk with { Session = session }),
            // One question each, and nothing answered before it ends.
            ActiveForm.Erasing or ActiveForm.Responding or null => null,
            _ => throw new UnreachableException(),
        };

    private static UndoState.Form? Lost(DialogContext before, Decision decision, FormSession session, Func<FormSession, ActiveForm> walk) =>
        !session.IsEmpty && (WasCancelled(session, decision) || WasRestarted(session, decision))
            ? new UndoState.Form(before.Turn.Today, walk(BeforeItWasAsked(session)), before.Conversation.Pending)
            : null;

    private static bool WasCancelled(FormSession session, Decision decision) =>
        decision.Ended is { At: FormPosition.Ended { Submitted: false } } ended && ended.Id == session.Id;

    private static bool WasRestarted(FormSession session, Decision decision) =>
        OpenSession.Of(decision.State) is { IsEmpty: true } again && again.Id == session.Id;

    /// <summary>Where it stood when the person was asked whether they meant it.</summary>
    private static FormSession BeforeItWasAsked(FormSession session) =>
        session.At is FormPosition.Confirming confirming ? session with { At = confirming.From, Revision = session.Revision + 1 } : session;

    private static bool AsksToUndo(UserInput said) =>
        said switch
        {
            UserInput.Typed typed => CommandReader.Read(typed.Text) is Utterance.Ordered { Command: Command.Undo },
            UserInput.Pressed { Submit.Command: { } words } => CommandReader.Read(words) is Utterance.Ordered { Command: Command.Undo },
            _ => false,
        };
}
