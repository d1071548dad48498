using AgaBot.Forms.Walking;
using AgaBot.Plans.FormDefinitions;

namespace AgaBot.Dialogs.AboutMe;

/// <summary>Consent or profile, asked before a request can be followed.</summary>
public sealed record AboutMeForm(FormSession Session) : FormWithSession(Session)
{
    internal override bool IsLostByLeaving => AnswersMoreThanConsent;

    /// <summary>If the person refuses consent, no answers are kept.</summary>
    internal override UndoState? LostBy(DialogContext before, Decision decision) =>
        decision.State.Participant.ConsentedOn is not null && AnswersMoreThanConsent ? base.LostBy(before, decision) : null;

    internal override bool CanLeadTo(PendingRequest request) => Session.FormId != ConsentForm.Id && request.NeedsProfile;

    private bool AnswersMoreThanConsent => Session.Answers.Keys.Any(static answered => answered != ConsentForm.Consentimiento);
}
