using AgaBot.Dialogs.Asking;
using AgaBot.Plans;
using AgaBot.Plans.Public;

namespace AgaBot.Dialogs.Drafting;

/// <summary>Request to send a draft once the person has said who they are.</summary>
/// <param name="AddsTo">The proposal to add the draft to; null to send it on its own.</param>
public sealed record SendRequest(ProposalId Draft, ReceiptNumber? AddsTo = null) : PendingRequest
{
    internal override string WhyConsent => "consent.whyToPropose";

    internal override string WhyProfile => "profile.whyToSend";

    internal override string WhenLeft => "send.left";

    internal override bool NeedsProfile => true;

    /// <summary>The draft stays at its review.</summary>
    internal override ActiveForm LeadsBackTo => new Proposing(Draft);
}

internal sealed class SendRequestHandler(DraftWalk walk, IPublicProposals proposals) : RequestHandler<SendRequest>
{
    protected override async ValueTask<Decision> BeginAsync(
        DialogContext context,
        SendRequest request,
        Notice notice,
        CancellationToken cancellationToken
    )
    {
        if (ProposalDrafts.Find(context.State, request.Draft) is not { } draft)
            return context.Say(notice.Above(context.Words["send.gone"]));
        DialogContext opened = context.With(request.LeadsBackTo);
        if (request.AddsTo is not { } receipt)
            return walk.Send(opened, draft);
        return await proposals.FindAsync(receipt, cancellationToken) is { } other
            ? walk.Send(opened, draft, other)
            : walk.Review(opened, draft, Notice.Problem(context.Words["support.noSuch"]));
    }
}
