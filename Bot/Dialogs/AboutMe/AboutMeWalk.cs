using System.Diagnostics;
using AgaBot.Dialogs.Asking;
using AgaBot.Forms;
using AgaBot.Plans;

namespace AgaBot.Dialogs.AboutMe;

/// <summary>Asks consent, and a profile where one is needed, before what the person came for. Nothing is kept of whoever says no.</summary>
internal sealed class AboutMeWalk(DialogForms forms)
{
    /// <summary>
    /// Whether something has to be told before this can be done. Who records for a mesa puts the group's words forward, and need not say
    /// who they are themselves.
    /// </summary>
    public static bool IsMissing(Memory memory, Intention wish) =>
        NeedsConsentAlone(memory, wish) ? memory.Participant.ConsentedOn is null : memory.Participant.Profile is null;

    public Decision Begin(Moment moment, Intention wish)
    {
        Form form = NeedsConsentAlone(moment.Memory, wish) ? ConsentForm.Form : forms.ProfileIn(moment.Words);
        FormSession session = FormSession.Start(moment.NewId("aboutMe"), form);
        if (moment.Participant.ConsentedOn is not null)
            session = Consented(form, session, moment.Heard.Today);

        var walk = new Walk.AboutMe(session);
        Notice why = new(
            moment.Words[
                wish switch
                {
                    Intention.Respond => "consent.whyToRespond",
                    Intention.Support => "consent.whyToSupport",
                    Intention.OpenMesa => "consent.whyToRecord",
                    Intention.Propose or Intention.ReadFile or Intention.ClaimSeat => "consent.whyToPropose",
                    _ => throw new UnreachableException(),
                }
            ]
        );
        Moment now = moment.With(walk);
        return now.Say(PlaceReply.Say(forms.Of(walk, moment.Words), why));
    }

    private static bool NeedsConsentAlone(Memory memory, Intention wish) =>
        wish switch
        {
            Intention.Propose or Intention.ReadFile => memory.Mesa is not null,
            Intention.ClaimSeat => false,
            Intention.Respond or Intention.Support or Intention.OpenMesa => true,
            _ => throw new UnreachableException(),
        };

    /// <summary>Leaves no walk behind when all is told: then what the person came for can go on.</summary>
    public Decision Advance(Moment moment, Walk.AboutMe walk, FormInput input)
    {
        OpenForm before = forms.Of(walk, moment.Words);
        FormStep step = FormWalk.Advance(before.Form, walk.Session, input, moment.Heard.Today);
        Moment after = WithConsent(moment, step.Session).With(new Walk.AboutMe(step.Session));
        return step.Outcome switch
        {
            FormOutcome.Submitted => Complete(after.With(walk: null), step.Session) with { Ended = step.Session },
            FormOutcome.Cancelled when IsNo(before, input) => Left(Forgotten(after), "consent.refused") with { Ended = step.Session },
            FormOutcome.Cancelled => Left(after, "profile.cancelled") with { Ended = step.Session },
            _ => after.Say(StepReply.Say(before.With(step.Session), input, step.Outcome)),
        };
    }

    /// <summary>Whether it was left by a no to the consent, and not by <i>cancelar</i>.</summary>
    private static bool IsNo(OpenForm before, FormInput input) =>
        before.QuestionAtHand?.Id == ConsentForm.Consentimiento && input is (FormInput.Say or FormInput.Fill);

    /// <summary>A no takes back a yes as long as no profile was kept under it.</summary>
    private static Moment Forgotten(Moment moment) =>
        moment.Participant.Profile is null ? moment.With(moment.Participant with { ConsentedOn = null }) : moment;

    private static Decision Left(Moment moment, string key) =>
        moment.With(moment.Talk with { Walk = null, Then = null }).Say(moment.Words[key]);

    private static Decision Complete(Moment moment, FormSession session)
    {
        if (session.FormId != ProfileForm.Id)
            return moment.Say([]);
        Profile profile = ProfileForm.Read(session);
        return moment.With(moment.Participant with { Profile = profile }).Say([]) with
        {
            PlanChanges = [new PlanChange.ParticipantRegistered(moment.Participant.Id, profile.OrganisationTypeId, profile.Gender)],
        };
    }

    private static Moment WithConsent(Moment moment, FormSession session) =>
        moment.Participant.ConsentedOn is null && session.Answer<Answer.YesNo>(ConsentForm.Consentimiento) is { Yes: true }
            ? moment.With(moment.Participant with { ConsentedOn = moment.Heard.Now })
            : moment;

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
