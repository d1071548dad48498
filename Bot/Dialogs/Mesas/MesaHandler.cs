using System.Diagnostics;
using AgaBot.Dialogs.Asking;
using AgaBot.Forms.Walking;
using AgaBot.Plans;
using AgaBot.Plans.Linking;
using AgaBot.Plans.Mesas;

namespace AgaBot.Dialogs.Mesas;

/// <summary>
/// One facilitator records with one phone for a table of people: <i>mesa</i> opens it and counts them, <i>editar mesa</i> counts them
/// again, <i>código</i> gives a code for their seats, <i>cerrar mesa</i> ends it. Anybody who has consented may: no role is asked for.
/// </summary>
internal sealed class MesaHandler(DialogForms forms, IMesas mesas)
{
    public Decision Begin(DialogContext context, Notice notice)
    {
        var walk = new ActiveForm.CountingMesa(
            new MesaId(context.NewId("mesa")),
            FormSession.Start(context.NewId("session"), forms.MesaIn(context.Words))
        );
        // Who is registered is counted already.
        Notice once = context.Participant.Profile is null ? Notice.None : new Notice(context.Words["mesa.notYourself"]);
        return context
            .With(context.Conversation with { ActiveForm = walk, Pending = null })
            .Say(PlaceMessage.Say(forms.Of(walk, context.Words), notice.Then(once)));
    }

    /// <summary>The mesa at hand; who has none wants to open one.</summary>
    public async ValueTask<Decision?> ShowAsync(DialogContext context, CancellationToken cancellationToken) =>
        await AtHandAsync(context, cancellationToken) is { } mesa ? context.Say(MesaMessage.Status(forms.Plan, context.Words, mesa)) : null;

    public async ValueTask<Decision> CorrectAsync(DialogContext context, CancellationToken cancellationToken)
    {
        if (await AtHandAsync(context, cancellationToken) is not { } mesa)
            return context.Say(context.Words["mesa.none"]);
        FormSession session = MesaForm.Correct(context.NewId("session"), forms.MesaIn(context.Words), mesa.Attendance.ToAnswer(forms.Plan));
        var walk = new ActiveForm.CountingMesa(mesa.Id, session);
        return context
            .With(context.Conversation with { ActiveForm = walk, Pending = null })
            .Say(PlaceMessage.Say(forms.Of(walk, context.Words), Notice.None));
    }

    public static Decision DrawCode(DialogContext context)
    {
        if (context.State.Mesa is not { } mesa)
            return context.Say(context.Words["mesa.none"]);
        string code = LinkCode.Draw();
        return context.Say(MesaMessage.Code(context.Words, mesa, code)) with
        {
            PlanChanges = [new MesaCodeDrawn(mesa.Id, LinkCode.Hash(code)!, context.Participant.Id)],
        };
    }

    /// <summary>What was begun for the mesa stays among the drafts, and stays the mesa's.</summary>
    public static Decision Close(DialogContext context)
    {
        if (context.State.Mesa is not { } mesa)
            return context.Say(context.Words["mesa.none"]);
        string waiting = context.State.Drafts.Any(draft => draft.Mesa?.Id == mesa.Id && !draft.Session.IsEmpty)
            ? " " + context.Words["mesa.draftsWait"]
            : "";
        return context
            .Recording(null)
            .Say(context.Words.Say("mesa.closed", mesa.Number, context.Words.Count("mesa.people", mesa.People)) + waiting) with
        {
            PlanChanges = [new MesaClosed(mesa.Id, context.Participant.Id)],
        };
    }

    public async ValueTask<Decision> AdvanceAsync(
        DialogContext context,
        ActiveForm.CountingMesa walk,
        FormInput input,
        CancellationToken cancellationToken
    )
    {
        OpenForm before = forms.Of(walk, context.Words);
        FormStep step = FormWalk.Advance(before.Form, walk.Session, input, context.Turn.Today);
        return step.Outcome switch
        {
            FormOutcome.Submitted => await CountedAsync(context, walk, before, step.Session, cancellationToken),
            FormOutcome.Cancelled => context.With(walk: null).Say(context.Words["mesa.left"]) with { Ended = step.Session },
            _ => context.With(walk with { Session = step.Session }).Say(StepMessage.Say(before.With(step.Session), input, step.Outcome)),
        };
    }

    private async ValueTask<Decision> CountedAsync(
        DialogContext context,
        ActiveForm.CountingMesa walk,
        OpenForm before,
        FormSession session,
        CancellationToken cancellationToken
    )
    {
        Attendance attendance = MesaForm.Read(session);
        Mesa? known = await mesas.FindAsync(walk.Id, cancellationToken);
        if (known is not null && !attendance.Holds(known.Claimed))
            return context.Say(
                PlaceMessage.Say(
                    before,
                    Notice.Problem(context.Words.Say("mesa.seatsTaken", MesaMessage.People(forms.Plan, context.Words, known.Claimed)))
                )
            );
        // A mesa that this very turn has opened before it was decided again keeps its number, and is not corrected.
        bool corrects = context.State.Mesa?.Id == walk.Id;
        return corrects && known is not null
            ? Corrected(context.With(walk: null), known with { Attendance = attendance }) with
            {
                Ended = session,
            }
            : Opened(context.With(walk: null), walk.Id, known?.Number ?? await mesas.NextNumberAsync(cancellationToken), attendance) with
            {
                Ended = session,
            };
    }

    private Decision Opened(DialogContext context, MesaId id, int number, Attendance attendance)
    {
        var mesa = new Mesa(id, number, context.Participant.Id, attendance, Attendance.Nobody, context.Turn.Now, ClosedAt: null);
        string code = LinkCode.Draw();
        return context
            .Recording(new MesaRef(id, number, attendance.People))
            .Say(MesaMessage.Opened(forms.Plan, context.Words, mesa, code)) with
        {
            PlanChanges = [new MesaOpened(mesa, LinkCode.Hash(code)!)],
        };
    }

    private Decision Corrected(DialogContext context, Mesa mesa) =>
        context
            .Recording(new MesaRef(mesa.Id, mesa.Number, mesa.Attendance.People))
            .Say(MesaMessage.Corrected(forms.Plan, context.Words, mesa)) with
        {
            PlanChanges = [new MesaCorrected(mesa.Id, mesa.Attendance, context.Participant.Id)],
        };

    private async ValueTask<Mesa?> AtHandAsync(DialogContext context, CancellationToken cancellationToken) =>
        context.State.Mesa is { } mesa
            ? await mesas.FindAsync(mesa.Id, cancellationToken)
                ?? throw new UnreachableException($"Mesa {mesa.Id} is recorded for, and was never opened.")
            : null;
}
