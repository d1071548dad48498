using System.Collections.Frozen;
using AgaBot.Dialogs.AboutMe;
using AgaBot.Dialogs.Asking;

namespace AgaBot.Dialogs.Deciding;

/// <summary>Begins the pending request once consent and profile are there; asks for them until then.</summary>
internal sealed class PendingRequests(AboutMeHandler aboutMe, IEnumerable<IRequestHandler> handlers) : IDecisionRevision
{
    private readonly FrozenDictionary<Type, IRequestHandler> handlers = handlers.ToFrozenDictionary(static handler => handler.Kind);

    /// <summary>If no form is open and a request is pending, the request begins in this turn.</summary>
    public async ValueTask<Decision> ReviseAsync(DialogContext context, Decision decision, CancellationToken cancellationToken)
    {
        if (decision.State.Conversation is not { ActiveForm: null, Pending: { } request })
            return decision;

        DialogContext now = context with { State = decision.State };
        Decision next = request.IsMissingSomething(now.State)
            ? aboutMe.Ask(now, request)
            : await handlers[request.GetType()]
                .BeginAsync(now.With(now.Conversation with { Pending = null }), request, Thanks(context, now), cancellationToken);
        return await ReviseAsync(now, Both(decision, next), cancellationToken);
    }

    private static Decision Both(Decision decision, Decision next) =>
        next with
        {
            Ended = decision.Ended,
            Replies = [.. decision.Replies, .. next.Replies],
            PlanChanges = [.. decision.PlanChanges, .. next.PlanChanges],
            Link = decision.Link,
            Keep = decision.Keep,
            ConsultationChanges = [.. decision.ConsultationChanges, .. next.ConsultationChanges],
        };

    /// <summary>Thanks a person who has given consent or a profile in this turn.</summary>
    private static Notice Thanks(DialogContext before, DialogContext now) =>
        (before.Participant.Profile, now.Participant.Profile) switch
        {
            (null, { } profile) => new Notice(now.Words.Say("profile.thanks", profile.Name)),
            _ => before.Participant.ConsentedOn is null && now.Participant.ConsentedOn is not null
                ? new Notice(now.Words["consent.thanks"])
                : Notice.None,
        };
}
