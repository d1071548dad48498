using System.Diagnostics;
using AgaBot.Dialogs.Asking;
using AgaBot.Forms;
using AgaBot.Plans;
using AgaBot.Plans.Linking;
using AgaBot.Plans.Mesas;

namespace AgaBot.Dialogs.Mesas;

/// <summary>
/// One facilitator records with one phone for a table of people: <i>mesa</i> opens it and counts them, <i>editar mesa</i> counts them
/// again, <i>código</i> gives a code for their seats, <i>cerrar mesa</i> ends it. Anybody who has consented may: no role is asked for.
/// </summary>
internal sealed class MesaDesk(DialogForms forms, IMesas mesas)
{
    public Decision Begin(Moment moment, Notice notice)
    {
        var walk = new Walk.CountingMesa(
            new MesaId(moment.NewId("mesa")),
            FormSession.Start(moment.NewId("session"), forms.MesaIn(moment.Words))
        );
        // Who is registered is counted already.
        Notice once = moment.Participant.Profile is null ? Notice.None : new Notice(moment.Words["mesa.notYourself"]);
        return moment
            .With(moment.Talk with { Walk = walk, Then = null })
            .Say(PlaceReply.Say(forms.Of(walk, moment.Words), notice.Then(once)));
    }

    /// <summary>The mesa at hand; who has none wants to open one.</summary>
    public async ValueTask<Decision?> ShowAsync(Moment moment, CancellationToken cancellationToken) =>
        await AtHandAsync(moment, cancellationToken) is { } mesa ? moment.Say(MesaReply.Status(forms.Plan, moment.Words, mesa)) : null;

    public async ValueTask<Decision> CorrectAsync(Moment moment, CancellationToken cancellationToken)
    {
        if (await AtHandAsync(moment, cancellationToken) is not { } mesa)
            return moment.Say(moment.Words["mesa.none"]);
        FormSession session = MesaForm.Correct(moment.NewId("session"), forms.MesaIn(moment.Words), mesa.Attendance.ToAnswer(forms.Plan));
        var walk = new Walk.CountingMesa(mesa.Id, session);
        return moment.With(moment.Talk with { Walk = walk, Then = null }).Say(PlaceReply.Say(forms.Of(walk, moment.Words), Notice.None));
    }

    public static Decision DrawCode(Moment moment)
    {
        if (moment.Memory.Mesa is not { } mesa)
            return moment.Say(moment.Words["mesa.none"]);
        string code = LinkCode.Draw();
        return moment.Say(MesaReply.Code(moment.Words, mesa, code)) with
        {
            PlanChanges = [new PlanChange.MesaCodeDrawn(mesa.Id, LinkCode.Hash(code)!, moment.Participant.Id)],
        };
    }

    /// <summary>What was begun for the mesa stays among the drafts, and stays the mesa's.</summary>
    public static Decision Close(Moment moment)
    {
        if (moment.Memory.Mesa is not { } mesa)
            return moment.Say(moment.Words["mesa.none"]);
        string waiting = moment.Memory.Drafts.Any(draft => draft.Mesa?.Id == mesa.Id && !draft.Session.IsEmpty)
            ? " " + moment.Words["mesa.draftsWait"]
            : "";
        return moment
            .Recording(null)
            .Say(moment.Words.Say("mesa.closed", mesa.Number, moment.Words.Count("mesa.people", mesa.People)) + waiting) with
        {
            PlanChanges = [new PlanChange.MesaClosed(mesa.Id, moment.Participant.Id)],
        };
    }

    public async ValueTask<Decision> AdvanceAsync(
        Moment moment,
        Walk.CountingMesa walk,
        FormInput input,
        CancellationToken cancellationToken
    )
    {
        OpenForm before = forms.Of(walk, moment.Words);
        FormStep step = FormWalk.Advance(before.Form, walk.Session, input, moment.Heard.Today);
        return step.Outcome switch
        {
            FormOutcome.Submitted => await CountedAsync(moment, walk, before, step.Session, cancellationToken),
            FormOutcome.Cancelled => moment.With(walk: null).Say(moment.Words["mesa.left"]) with { Ended = step.Session },
            _ => moment.With(walk with { Session = step.Session }).Say(StepReply.Say(before.With(step.Session), input, step.Outcome)),
        };
    }

    private async ValueTask<Decision> CountedAsync(
        Moment moment,
        Walk.CountingMesa walk,
        OpenForm before,
        FormSession session,
        CancellationToken cancellationToken
    )
    {
        Attendance attendance = MesaForm.Read(session);
        Mesa? known = await mesas.FindAsync(walk.Id, cancellationToken);
        if (known is not null && !attendance.Holds(known.Claimed))
            return moment.Say(
                PlaceReply.Say(
                    before,
                    Notice.Problem(moment.Words.Say("mesa.seatsTaken", MesaReply.People(forms.Plan, moment.Words, known.Claimed)))
                )
            );
        // A mesa that this very turn has opened before it was decided again keeps its number, and is not corrected.
        bool corrects = moment.Memory.Mesa?.Id == walk.Id;
        return corrects && known is not null
            ? Corrected(moment.With(walk: null), known with { Attendance = attendance }) with
            {
                Ended = session,
            }
            : Opened(moment.With(walk: null), walk.Id, known?.Number ?? await mesas.NextNumberAsync(cancellationToken), attendance) with
            {
                Ended = session,
            };
    }

    private Decision Opened(Moment moment, MesaId id, int number, Attendance attendance)
    {
        var mesa = new Mesa(id, number, moment.Participant.Id, attendance, Attendance.Nobody, moment.Heard.Now, ClosedAt: null);
        string code = LinkCode.Draw();
        return moment.Recording(new MesaRef(id, number, attendance.People)).Say(MesaReply.Opened(forms.Plan, moment.Words, mesa, code)) with
        {
            PlanChanges = [new PlanChange.MesaOpened(mesa, LinkCode.Hash(code)!)],
        };
    }

    private Decision Corrected(Moment moment, Mesa mesa) =>
        moment
            .Recording(new MesaRef(mesa.Id, mesa.Number, mesa.Attendance.People))
            .Say(MesaReply.Corrected(forms.Plan, moment.Words, mesa)) with
        {
            PlanChanges = [new PlanChange.MesaCorrected(mesa.Id, mesa.Attendance, moment.Participant.Id)],
        };

    private async ValueTask<Mesa?> AtHandAsync(Moment moment, CancellationToken cancellationToken) =>
        moment.Memory.Mesa is { } mesa
            ? await mesas.FindAsync(mesa.Id, cancellationToken)
                ?? throw new UnreachableException($"Mesa {mesa.Id} is recorded for, and was never opened.")
            : null;
}
