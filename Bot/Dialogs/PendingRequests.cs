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
internal sealed class PendingRequests(
    AboutMeWalk aboutMe,
    ProposalWalk proposals,
    DocumentHandler documents,
    MesaHandler mesas,
    SeatHandler seats,
    SupportHandler supporting
)
{
    /// <summary>Where nothing is open and something was wanted, its beginning belongs to this turn.</summary>
    public async ValueTask<Decision> FollowAsync(DialogContext context, Decision decision, CancellationToken cancellationToken)
    {
        if (decision.State.Conversation is not { ActiveForm: null, Pending: { } wish })
            return decision;

        DialogContext now = context with { State = decision.State };
        Decision next = AboutMeWalk.IsMissing(now.State, wish)
            ? aboutMe.Begin(now, wish)
            : await BeginAsync(now.With(now.Conversation with { Pending = null }), wish, Thanks(context, now), cancellationToken);
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

    private async ValueTask<Decision> BeginAsync(
        DialogContext context,
        PendingRequest wish,
        Notice notice,
        CancellationToken cancellationToken
    ) =>
        wish switch
        {
            PendingRequest.Propose propose => proposals.Begin(context, propose, notice),
            PendingRequest.Respond respond => RespondingWalk.Begin(context, respond.Consultation, notice),
            PendingRequest.Support support => await supporting.SupportAsync(context, support.Receipt, cancellationToken),
            PendingRequest.OpenMesa => mesas.Begin(context, notice),
            PendingRequest.ClaimSeat claim => await seats.ClaimAsync(context, claim.Mesa, notice, cancellationToken),
            PendingRequest.ReadFile file => await documents.ReadAsync(context, file, notice, cancellationToken),
            _ => throw new UnreachableException(),
        };

    /// <summary>Thanks whoever has just told about themselves.</summary>
    private static Notice Thanks(DialogContext before, DialogContext now) =>
        (before.Participant.Profile, now.Participant.Profile) switch
        {
            (null, { } profile) => new Notice(now.Words.Say("profile.thanks", profile.Name)),
            _ => before.Participant.ConsentedOn is null && now.Participant.ConsentedOn is not null
                ? new Notice(now.Words["consent.thanks"])
                : Notice.None,
        };
}
