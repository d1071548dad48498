using AgaBot.Dialogs.Asking;
using AgaBot.Dialogs.Commands;
using AgaBot.Plans.Invitations;

namespace AgaBot.Dialogs.Coordinators;

/// <summary><i>Invitar coordinador</i>: a coordinator draws a code by which one other person becomes a coordinator.</summary>
internal sealed record InviteCoordinatorCommand : Command, IHasPatterns
{
    public static IEnumerable<CommandPattern> Patterns =>
        [new CommandPattern.Bare("command.inviteCoordinator", new InviteCoordinatorCommand())];
}

internal sealed class InviteCoordinatorHandler : ImmediateCommandHandler<InviteCoordinatorCommand>
{
    protected override Decision Follow(DialogContext context, InviteCoordinatorCommand command, OpenForm? open) =>
        Interruption.Tell(context.IsCoordinator ? Invite(context) : context.Say(context.Words["coordinatorsOnly"]), open);

    private static Decision Invite(DialogContext context)
    {
        string code = InvitationCode.Draw();
        var invitation = new Invitation(InvitationCode.Hash(code)!, context.Turn.Now + InvitationCode.Life, UsedIn: null);
        string shown = InvitationCode.Shown(code);
        string text = context.Words.Say("coordinator.invitation", shown, InvitationCode.Life.TotalDays);
        return context.Say(new Reply(text) { Code = shown }) with
        {
            PlanChanges = [new InvitationDrawn(invitation, context.Participant.Id)],
        };
    }
}
