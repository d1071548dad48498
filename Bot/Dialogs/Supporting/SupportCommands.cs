using AgaBot.Dialogs.Asking;
using AgaBot.Dialogs.Commands;
using AgaBot.Plans;
using AgaBot.Plans.Supporting;

namespace AgaBot.Dialogs.Supporting;

/// <summary><i>Apoyar</i> alone: lists the newest proposals to choose from.</summary>
internal sealed record ListToSupportCommand : Command, IHasPatterns
{
    public override int MostContent => Statements.Fewest - 1;

    public static IEnumerable<CommandPattern> Patterns =>
        [
            new CommandPattern.Bare("command.support", new ListToSupportCommand()),
            new CommandPattern.Sentence("sentence.support", 150, new ListToSupportCommand()),
        ];
}

internal sealed class ListToSupportHandler(Supports supports) : CommandHandler<ListToSupportCommand>
{
    protected override async ValueTask<Decision> FollowAsync(
        DialogContext context,
        ListToSupportCommand command,
        OpenForm? open,
        CancellationToken cancellationToken
    ) => Interruption.Tell(await supports.ListAsync(context, cancellationToken), open);
}

/// <summary><i>Apoyar 2</i>, <i>apoyar 482-716-4</i>: supports another person's proposal.</summary>
internal sealed record SupportCommand(ProposalPick Pick) : Command, IHasPatterns
{
    public static IEnumerable<CommandPattern> Patterns =>
        [new CommandPattern.WithPick("command.support", static pick => new SupportCommand(pick))];
}

/// <summary>A person who has consented supports at once; another person is asked for consent first.</summary>
internal sealed class SupportHandler(Supports supports) : CommandHandler<SupportCommand>
{
    protected override async ValueTask<Decision> FollowAsync(
        DialogContext context,
        SupportCommand command,
        OpenForm? open,
        CancellationToken cancellationToken
    )
    {
        if (await supports.FindAsync(context, command.Pick, cancellationToken) is not { } proposal)
            return Interruption.Tell(context.Say(context.Words["support.noSuch"]), open);
        return context.Participant.ConsentedOn is null
            ? Interruption.Want(context, new SupportRequest(proposal.Receipt), open)
            : Interruption.TellAtReview(await supports.SupportAsync(context, proposal, cancellationToken), open);
    }
}

/// <summary>Request to support a proposal once consent is given.</summary>
public sealed record SupportRequest(ReceiptNumber Receipt) : PendingRequest
{
    internal override string WhyConsent => "consent.whyToSupport";
}

internal sealed class SupportRequestHandler(Supports supports) : RequestHandler<SupportRequest>
{
    protected override ValueTask<Decision> BeginAsync(
        DialogContext context,
        SupportRequest request,
        Notice notice,
        CancellationToken cancellationToken
    ) => supports.SupportAsync(context, request.Receipt, cancellationToken);
}

/// <summary><i>Retirar apoyo 2</i>.</summary>
/// <param name="Pick">Null asks which, if the person supports more than one.</param>
internal sealed record WithdrawSupportCommand(ProposalPick? Pick) : Command, IHasPatterns
{
    public static IEnumerable<CommandPattern> Patterns =>
        [
            new CommandPattern.Bare("command.withdrawSupport", new WithdrawSupportCommand(Pick: null)),
            new CommandPattern.WithPick("command.withdrawSupport", static pick => new WithdrawSupportCommand(pick)),
        ];
}

internal sealed class WithdrawSupportHandler(Supports supports) : CommandHandler<WithdrawSupportCommand>
{
    protected override async ValueTask<Decision> FollowAsync(
        DialogContext context,
        WithdrawSupportCommand command,
        OpenForm? open,
        CancellationToken cancellationToken
    ) =>
        Interruption.Tell(
            command.Pick is { } pick
                ? await WithdrawAsync(context, pick, cancellationToken)
                : await supports.ListOwnAsync(context, cancellationToken),
            open
        );

    private async ValueTask<Decision> WithdrawAsync(DialogContext context, ProposalPick pick, CancellationToken cancellationToken)
    {
        if (await supports.FindAsync(context, pick, cancellationToken) is not { } proposal)
            return context.Say(context.Words["support.noSuch"]);
        int count = await supports.CountOfOthersAsync(context, proposal, cancellationToken);
        return context.Say(context.Words.Say("support.withdrawn", proposal.Receipt, count)) with
        {
            PlanChanges = [new SupportWithdrawn(proposal.Receipt, context.Participant.Id)],
        };
    }
}
