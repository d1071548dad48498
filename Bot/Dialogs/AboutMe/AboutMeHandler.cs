using System.Collections.Immutable;
using AgaBot.Dialogs.Asking;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Forms;
using AgaBot.Forms.Walking;
using AgaBot.Plans;
using AgaBot.Plans.FormDefinitions;

namespace AgaBot.Dialogs.AboutMe;

/// <summary>Asks consent, then a profile if one is needed. A person who refuses consent leaves nothing behind.</summary>
internal sealed class AboutMeHandler(Plan plan) : SessionFormHandler<AboutMeForm>
{
    private readonly ImmutableArray<IntroductionReader> profiles =
    [
        .. ProfileForms.InBothLanguages(plan).Select(static profile => new IntroductionReader(profile)),
    ];

    public override OpenForm Open(AboutMeForm form, Words words) =>
        new(FormOf(form.Session, words), form.Session, words, "perfil", words["profile.title"], words["profile.name"])
        {
            Responsible = plan.Responsible,
            PrivacyNotice = PrivacyNotice.Paragraphs(plan, words),
            AllInOneHint = form.Session.FormId == ProfileForm.Id ? words["profile.allInOne"] : "",
        };

    /// <summary>Begins to ask what is missing for a request: consent first. The request stays pending.</summary>
    public Decision Ask(DialogContext context, PendingRequest request)
    {
        (Form form, string why) = context.Participant.ConsentedOn is null
            ? (ConsentForm.Form, request.WhyConsent)
            : (context.Words.Pick(profiles).Profile, request.WhyProfile);
        var active = new AboutMeForm(FormSession.Start(context.NewId("aboutMe" + form.Id), form));
        return context.With(active).Say(PlaceMessage.Say(Open(active, context.Words), new Notice(context.Words[why])));
    }

    /// <summary>Takes several answers of the profile from one typed message.</summary>
    protected override FormStep Step(OpenForm before, FormInput input, DateOnly today)
    {
        if (
            input is not FormInput.Say said
            || before.Form.Id != ProfileForm.Id
            || before.Words.Pick(profiles).Read(before.Session, said.Text) is not { IsEmpty: false } answers
        )
            return base.Step(before, input, today);
        PrefillResult filled = FormWalk.Prefill(before.Form, before.Session, answers, leftOpen: [], today);
        return filled.Session.At is FormPosition.Asking at && filled.Session.Answers.ContainsKey(at.QuestionId)
            ? FormWalk.Advance(before.Form, filled.Session, new FormInput.Submit(), today)
            : new FormStep(filled.Session, new FormOutcome.Moved(filled.Taken));
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
        return IsNo(before, input)
            ? Left(Forgotten(after), activeForm: null, "consent.refused")
            : Left(after, context.Conversation.Pending?.LeadsBackTo, context.Conversation.Pending?.WhenLeft ?? "profile.cancelled");
    }

    protected override Decision Continue(DialogContext context, AboutMeForm form, OpenForm before, FormStep step, FormInput input) =>
        base.Continue(WithConsent(context, step.Session), form, before, TypeAlone(step), input);

    /// <summary>The step with the type as its only new answer, so that the reply repeats how the type was understood.</summary>
    private static FormStep TypeAlone(FormStep step) =>
        step.Outcome is FormOutcome.Moved moved && moved.Taken.Contains(ProfileForm.Tipo)
            ? step with
            {
                Outcome = new FormOutcome.Moved([ProfileForm.Tipo]),
            }
            : step;

    private Form FormOf(FormSession session, Words words) =>
        session.FormId switch
        {
            ConsentForm.Id => ConsentForm.Form,
            ProfileForm.WithConsentId => ProfileForm.WithConsent(words.Pick(profiles).Profile),
            _ => words.Pick(profiles).Profile,
        };

    /// <summary>Whether the person left the form by refusing consent, not by <i>cancelar</i>.</summary>
    private static bool IsNo(OpenForm before, FormInput input) =>
        before.QuestionAtHand?.Id == ConsentForm.Consentimiento && input is (FormInput.Say or FormInput.Fill);

    /// <summary>Refusing withdraws an earlier consent as long as no profile was stored under that consent.</summary>
    private static DialogContext Forgotten(DialogContext context) =>
        context.Participant.Profile is null ? context.With(context.Participant with { ConsentedOn = null }) : context;

    private static Decision Left(DialogContext context, ActiveForm? activeForm, string key) =>
        context.With(context.Conversation with { ActiveForm = activeForm, Pending = null }).Say(context.Words[key]);

    private static Decision Complete(DialogContext context, FormSession session)
    {
        if (session.FormId == ConsentForm.Id)
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
}
