using System.Diagnostics;
using AgaBot.Dialogs.AboutMe;
using AgaBot.Dialogs.Asking;
using AgaBot.Dialogs.Consulting;
using AgaBot.Dialogs.Documents;
using AgaBot.Dialogs.Mesas;
using AgaBot.Dialogs.Proposals;
using AgaBot.Dialogs.Supporting;

namespace AgaBot.Dialogs;

/// <summary>Goes on with what a person wanted, after asking what has to be known before.</summary>
internal sealed class Intentions(
    AboutMeWalk aboutMe,
    ProposalWalk proposals,
    DocumentDesk documents,
    MesaDesk mesas,
    SeatDesk seats,
    SupportDesk supporting
)
{
    /// <summary>Where nothing is open and something was wanted, its beginning belongs to this turn.</summary>
    public async ValueTask<Decision> FollowAsync(Moment moment, Decision decision, CancellationToken cancellationToken)
    {
        if (decision.Memory.Talk is not { Walk: null, Then: { } wish })
            return decision;

        Moment now = moment with { Memory = decision.Memory };
        Decision next = AboutMeWalk.IsMissing(now.Memory, wish)
            ? aboutMe.Begin(now, wish)
            : await BeginAsync(now.With(now.Talk with { Then = null }), wish, Thanks(moment, now), cancellationToken);
        return next with
        {
            Ended = decision.Ended,
            Replies = [.. decision.Replies, .. next.Replies],
            PlanChanges = [.. decision.PlanChanges, .. next.PlanChanges],
            Link = decision.Link,
            Keep = decision.Keep,
            ConsultationChanges = [.. decision.ConsultationChanges, .. next.ConsultationChanges],
        };
    }

    private async ValueTask<Decision> BeginAsync(Moment moment, Intention wish, Notice notice, CancellationToken cancellationToken) =>
        wish switch
        {
            Intention.Propose propose => proposals.Begin(moment, propose, notice),
            Intention.Respond respond => RespondingWalk.Begin(moment, respond.Consultation, notice),
            Intention.Support support => await supporting.SupportAsync(moment, support.Receipt, cancellationToken),
            Intention.OpenMesa => mesas.Begin(moment, notice),
            Intention.ClaimSeat claim => await seats.ClaimAsync(moment, claim.Mesa, notice, cancellationToken),
            Intention.ReadFile file => await documents.ReadAsync(moment, file, notice, cancellationToken),
            _ => throw new UnreachableException(),
        };

    /// <summary>Thanks whoever has just told about themselves.</summary>
    private static Notice Thanks(Moment before, Moment now) =>
        (before.Participant.Profile, now.Participant.Profile) switch
        {
            (null, { } profile) => new Notice(now.Words.Say("profile.thanks", profile.Name)),
            _ => before.Participant.ConsentedOn is null && now.Participant.ConsentedOn is not null
                ? new Notice(now.Words["consent.thanks"])
                : Notice.None,
        };
}
