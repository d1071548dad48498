using System.Collections.Immutable;
using AgaBot.Dialogs.Asking;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Forms;
using AgaBot.Forms.Walking;
using AgaBot.Plans;
using AgaBot.Plans.FormDefinitions;

namespace AgaBot.Dialogs.AboutMe;

/// <summary>Asks consent, and a profile if one is needed. A person who refuses consent leaves nothing behind.</summary>
internal sealed class AboutMeHandler(Plan plan) : SessionFormHandler<AboutMeForm>
{
    private readonly ImmutableArray<Form> profiles = ProfileForms.InBothLanguages(plan);

    public override OpenForm Open(AboutMeForm form, Words words) =>
        new(
            form.Session.FormId == ConsentForm.Id ? ConsentForm.Form : words.Pick(profiles),
            form.Session,
            words,
            "perfil",
            words["profile.title"],
            words["profile.name"]
        )
        {
            Responsible = plan.Responsible,
            PrivacyNotice = PrivacyNotice.Paragraphs(plan, words),
        };

    /// <summary>Begins to ask what is missing for a request. The request stays pending.</summary>
    public Decision Ask(DialogContext context, PendingRequest request)
    {
        Form form = request.NeedsProfile(context.State) ? context.Words.Pick(profiles) : ConsentForm.Form;
        FormSession session = FormSession.Start(context.NewId("aboutMe"), form);
        if (context.Participant.ConsentedOn is not null)
            session = Consented(form, session, context.Turn.Today);
        var active = new AboutMeForm(session);
        var why = new Notice(context.Words[request.WhyConsent]);
        return context.With(active).Say(PlaceMessage.Say(Open(active, context.Words), why));
    }

    /// <summary>Closes the form, so that the pending request can begin.</summary>
    protected override ValueTask<Decision> SubmitAsync(
        DialogContext context,
        AboutMeForm form,
        OpenForm sent,
        CancellationToken cancellationToken
    ) => ValueTask.FromResult(Complete(WithConsent(context, sent.Session).WithNoForm(), sent.Session) with { Ended = sent.Session });

    protected override Decision Cancel(DialogContext context, AboutMeForm form, OpenForm before, FormInput input, FormSession ended)
    {
        DialogContext after = WithConsent(context, ended);
        return IsNo(before, input) ? Left(Forgotten(after), "consent.refused") : Left(after, "profile.cancelled");
    }

    protected override Decision Continue(DialogContext context, AboutMeForm form, OpenForm before, FormStep step, FormInput input) =>
        base.Continue(WithConsent(context, step.Session), form, before, step, input);

    /// <summary>Whether the person left the form by refusing consent, not by <i>cancelar</i>.</summary>
    private static bool IsNo(OpenForm before, FormInput input) =>
        before.QuestionAtHand?.Id == ConsentForm.Consentimiento && input is (FormInput.Say or FormInput.Fill);

    /// <summary>Refusing withdraws an earlier consent as long as no profile was stored under that consent.</summary>
    private static DialogContext Forgotten(DialogContext context) =>
        context.Participant.Profile is null ? context.With(context.Participant with { ConsentedOn = null }) : context;

    private static Decision Left(DialogContext context, string key) =>
        context.With(context.Conversation with { ActiveForm = null, Pending = null }).Say(context.Words[key]);

    private static Decision Complete(DialogContext context, FormSession session)
    {
        if (session.FormId != ProfileForm.Id)
            return context.Say([]);
        Profile profile = ProfileForm.Read(session);
        return context.With(context.Participant with { Profile = profile }).Say([]) with
        {
            PlanChanges = [new ParticipantRegistered(context.Participant.Id, profile.OrganisationTypeId, profile.Gender)],
        };
    }

    private static DialogContext WithConsent(DialogContext context, FormSession session) =>
        context.Participant.ConsentedOn is null && session.Answer<Answer.YesNo>(ConsentForm.Consentimiento) is { Yes: true }
            ? context.With(context.Participant with { ConsentedOn = context.Turn.Now })
            : context;

    /// <summary>A person who has consented once is not asked again.</summary>
    private static FormSession Consented(Form form, FormSession session, DateOnly today) =>
        FormWalk
            .Advance(
                form,
                session,
                new FormInput.Fill(
                    session.Revision,
                    ConsentForm.Consentimiento,
                    [KeyValuePair.Create(ConsentForm.Consentimiento, bool.TrueString)]
                ),
                today
            )
            .Session;
}
