using System.Collections.Immutable;
using System.Diagnostics;
using AgaBot.Dialogs.Asking;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Forms;
using AgaBot.Forms.Walking;
using AgaBot.Plans;
using AgaBot.Plans.Linking;
using AgaBot.Plans.Mesas;

namespace AgaBot.Dialogs.Mesas;

/// <summary>
/// The form that counts a mesa's people, when the mesa is opened and when the count is corrected. One facilitator records for all of them
/// with one phone. Anybody who has consented may do this: no role is needed.
/// </summary>
internal sealed class MesaCounting(Plan plan, IMesas mesas) : SessionFormHandler<CountingMesa>
{
    private readonly ImmutableArray<Form> forms = [MesaForm.Of(plan, Words.Spanish.Language), MesaForm.Of(plan, Words.English.Language)];

    public override OpenForm Open(CountingMesa form, Words words) =>
        new(words.Pick(forms), form.Session, words, "mesa", words["mesa.formTitle"], words["mesa.name"]);

    public Decision BeginOpening(DialogContext context, Notice notice)
    {
        var form = new CountingMesa(
            new MesaId(context.NewId("mesa")),
            FormSession.Start(context.NewId("session"), context.Words.Pick(forms))
        );
        // The notice not to count oneself is for people with a profile, who are counted already.
        Notice once = context.Participant.Profile is null ? Notice.None : new Notice(context.Words["mesa.notYourself"]);
        return Begin(context, form, notice.Then(once));
    }

    /// <summary>Shows the mesa that the person records for; null if there is none.</summary>
    public async ValueTask<Decision?> ShowAsync(DialogContext context, CancellationToken cancellationToken) =>
        await AtHandAsync(context, cancellationToken) is { } mesa ? context.Say(MesaMessage.Status(plan, context.Words, mesa)) : null;

    public async ValueTask<Decision> CorrectAsync(DialogContext context, CancellationToken cancellationToken)
    {
        if (await AtHandAsync(context, cancellationToken) is not { } mesa)
            return context.Say(context.Words["mesa.none"]);
        FormSession session = MesaForm.Correct(context.NewId("session"), context.Words.Pick(forms), mesa.Attendance.ToAnswer(plan));
        return Begin(context, new CountingMesa(mesa.Id, session), Notice.None);
    }

    protected override async ValueTask<Decision> SubmitAsync(
        DialogContext context,
        CountingMesa form,
        OpenForm sent,
        CancellationToken cancellationToken
    )
    {
        Attendance attendance = MesaForm.Read(sent.Session);
        Mesa? known = await mesas.FindAsync(form.Id, cancellationToken);
        if (known is not null && !attendance.Holds(known.Claimed))
            return context.Say(
                PlaceMessage.Say(
                    sent.With(form.Session),
                    Notice.Problem(context.Words.Say("mesa.seatsTaken", MesaMessage.People(plan, context.Words, known.Claimed)))
                )
            );
        DialogContext closed = context.WithNoForm();
        // If this turn is decided again, a mesa that it has opened keeps its number and is not a correction.
        bool corrects = context.State.Mesa?.Id == form.Id;
        Decision counted =
            corrects && known is not null
                ? Corrected(closed, known with { Attendance = attendance })
                : Opened(closed, form.Id, known?.Number ?? await mesas.NextNumberAsync(cancellationToken), attendance);
        return counted with { Ended = sent.Session };
    }

    protected override Decision Cancel(DialogContext context, CountingMesa form, OpenForm before, FormInput input, FormSession ended) =>
        context.WithNoForm().Say(context.Words["mesa.left"]);

    private Decision Opened(DialogContext context, MesaId id, int number, Attendance attendance)
    {
        var mesa = new Mesa(id, number, context.Participant.Id, attendance, Attendance.Nobody, context.Turn.Now, ClosedAt: null)
        {
            Standing = context.IsCoordinator ? MesaStanding.Counted : MesaStanding.Waiting,
        };
        string code = LinkCode.Draw();
        return context.Recording(new MesaRef(id, number, attendance.People)).Say(MesaMessage.Opened(plan, context.Words, mesa, code)) with
        {
            PlanChanges = [new MesaOpened(mesa, LinkCode.Hash(code)!)],
        };
    }

    private Decision Corrected(DialogContext context, Mesa mesa) =>
        context
            .Recording(new MesaRef(mesa.Id, mesa.Number, mesa.Attendance.People))
            .Say(MesaMessage.Corrected(plan, context.Words, mesa)) with
        {
            PlanChanges = [new MesaCorrected(mesa.Id, mesa.Attendance, context.Participant.Id)],
        };

    private async ValueTask<Mesa?> AtHandAsync(DialogContext context, CancellationToken cancellationToken) =>
        context.State.Mesa is { } mesa
            ? await mesas.FindAsync(mesa.Id, cancellationToken)
                ?? throw new UnreachableException($"Mesa {mesa.Id} is recorded for, and was never opened.")
            : null;
}
