using System.Diagnostics;
using AgaBot.Dialogs.Asking;
using AgaBot.Forms;
using AgaBot.Forms.Walking;
using AgaBot.Plans;
using AgaBot.Plans.FormDefinitions;

namespace AgaBot.Dialogs.AboutMe;

/// <summary>Asks consent, and a profile where one is needed, before what the person came for. Nothing is kept of whoever says no.</summary>
internal sealed class AboutMeWalk(DialogForms forms)
{
    /// <summary>
    /// Whether something has to be told before this can be done. Who records for a mesa puts the group's words forward, and need not say
    /// who they are themselves.
    /// </summary>
    public static bool IsMissing(DialogState state, PendingRequest wish) =>
        NeedsConsentAlone(state, wish) ? state.Participant.ConsentedOn is null : state.Participant.Profile is null;

    public Decision Begin(DialogContext context, PendingRequest wish)
    {
        Form form = NeedsConsentAlone(context.State, wish) ? ConsentForm.Form : forms.ProfileIn(context.Words);
        FormSession session = FormSession.Start(context.NewId("aboutMe"), form);
        if (context.Participant.ConsentedOn is not null)
            session = Consented(form, session, context.Turn.Today);

        var walk = new ActiveForm.AboutMe(session);
        Notice why = new(
            context.Words[
                wish switch
                {
                    PendingRequest.Respond => "consent.whyToRespond",
                    PendingRequest.Support => "consent.whyToSupport",
                    PendingRequest.OpenMesa => "consent.whyToRecord",
                    PendingRequest.Propose or PendingRequest.ReadFile or PendingRequest.ClaimSeat => "consent.whyToPropose",
                    _ => throw new UnreachableException(),
                }
            ]
        );
        DialogContext now = context.With(walk);
        return now.Say(PlaceMessage.Say(forms.Of(walk, context.Words), why));
    }

    private static bool NeedsConsentAlone(DialogState state, PendingRequest wish) =>
        wish switch
        {
            PendingRequest.Propose or PendingRequest.ReadFile => state.Mesa is not null,
            PendingRequest.ClaimSeat => false,
            PendingRequest.Respond or PendingRequest.Support or PendingRequest.OpenMesa => true,
            _ => throw new UnreachableException(),
        };

    /// <summary>Leaves no walk behind when all is told: then what the person came for can go on.</summary>
    public Decision Advance(DialogContext context, ActiveForm.AboutMe walk, FormInput input)
    {
        OpenForm before = forms.Of(walk, context.Words);
        FormStep step = FormWalk.Advance(before.Form, walk.Session, input, context.Turn.Today);
        DialogContext after = WithConsent(context, step.Session).With(new ActiveForm.AboutMe(step.Session));
        return step.Outcome switch
        {
            FormOutcome.Submitted => Complete(after.With(walk: null), step.Session) with { Ended = step.Session },
            FormOutcome.Cancelled when IsNo(before, input) => Left(Forgotten(after), "consent.refused") with { Ended = step.Session },
            FormOutcome.Cancelled => Left(after, "profile.cancelled") with { Ended = step.Session },
            _ => after.Say(StepMessage.Say(before.With(step.Session), input, step.Outcome)),
        };
    }

    /// <summary>Whether it was left by a no to the consent, and not by <i>cancelar</i>.</summary>
    private static bool IsNo(OpenForm before, FormInput input) =>
        before.QuestionAtHand?.Id == ConsentForm.Consentimiento && input is (FormInput.Say or FormInput.Fill);

    /// <summary>A no takes back a yes as long as no profile was kept under it.</summary>
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

    /// <summary>Who has consented to answer a consultation is not asked again for a ficha.</summary>
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
