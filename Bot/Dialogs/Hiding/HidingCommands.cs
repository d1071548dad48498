using AgaBot.Dialogs.Asking;
using AgaBot.Dialogs.Commands;
using AgaBot.Plans;
using AgaBot.Plans.Hiding;

namespace AgaBot.Dialogs.Hiding;

/// <summary><i>Ocultar 482-716-4 por …</i>, and without a reason, which is answered with how to give one.</summary>
/// <param name="Reason">As typed; null if none was given.</param>
internal sealed record HideProposalCommand(ReceiptNumber Receipt, string? Reason) : Command, IHasPatterns
{
    public static IEnumerable<CommandPattern> Patterns =>
        [new CommandPattern.WithReceipt("command.hide", static (receipt, reason) => new HideProposalCommand(receipt, reason))];
}

/// <summary><i>Restaurar 482-716-4</i>.</summary>
internal sealed record RestoreProposalCommand(ReceiptNumber Receipt) : Command, IHasPatterns
{
    public static IEnumerable<CommandPattern> Patterns =>
        [new CommandPattern.WithReceipt("command.restore", static (receipt, _) => new RestoreProposalCommand(receipt))];
}

internal sealed class HideProposalHandler(IPlanRecords records) : CommandHandler<HideProposalCommand>
{
    protected override async ValueTask<Decision> FollowAsync(
        DialogContext context,
        HideProposalCommand command,
        OpenForm? open,
        CancellationToken cancellationToken
    ) =>
        Interruption.Tell(
            await NumberedProposal.ChangeAsync(
                context,
                records,
                command.Receipt,
                proposal =>
                    proposal.HiddenBecause is not null || command.Reason is null
                        ? context.Say(context.Words.Say(proposal.HiddenBecause is null ? "hiding.why" : "hiding.already", command.Receipt))
                        : context.Say(context.Words.Say("hiding.hidden", command.Receipt)) with
                        {
                            PlanChanges = [new ProposalHidden(command.Receipt, command.Reason, context.Participant.Id)],
                        },
                cancellationToken
            ),
            open
        );
}

internal sealed class RestoreProposalHandler(IPlanRecords records) : CommandHandler<RestoreProposalCommand>
{
    protected override async ValueTask<Decision> FollowAsync(
        DialogContext context,
        RestoreProposalCommand command,
        OpenForm? open,
        CancellationToken cancellationToken
    ) =>
        Interruption.Tell(
            await NumberedProposal.ChangeAsync(
                context,
                records,
                command.Receipt,
                _ =>
                    context.Say(context.Words.Say("hiding.shown", command.Receipt)) with
                    {
                        PlanChanges = [new ProposalShown(command.Receipt, context.Participant.Id)],
                    },
                cancellationToken
            ),
            open
        );
}

/// <summary>What a coordinator does with a proposal of a number.</summary>
internal static class NumberedProposal
{
    public static async ValueTask<Decision> ChangeAsync(
        DialogContext context,
        IPlanRecords records,
        ReceiptNumber receipt,
        Func<Proposal, Decision> change,
        CancellationToken cancellationToken
    )
    {
        if (!context.IsCoordinator)
            return context.Say(context.Words["coordinatorsOnly"]);
        return await records.FindByReceiptAsync(receipt, cancellationToken) is { } found
            ? change(found)
            : context.Say(context.Words.Say("hiding.unknown", receipt));
    }
}
