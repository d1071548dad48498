using System.Collections.Immutable;
using AgaBot.Dialogs.Asking;
using AgaBot.Dialogs.Codes;
using AgaBot.Dialogs.Commands;
using AgaBot.Plans;
using AgaBot.Plans.Invitations;

namespace AgaBot.Dialogs.Coordinators;

/// <summary><i>Coordinador CÓDIGO</i>, with the access code or the code of an invitation.</summary>
/// <param name="Code">As typed. The code is a secret: never repeated, logged or stored.</param>
internal sealed record BecomeCoordinatorCommand(string Code) : Command, IHasPatterns
{
    public override GroupUse InGroup => GroupUse.Secretly;

    public static IEnumerable<CommandPattern> Patterns =>
        [new CommandPattern.WithCode("command.coordinator", static code => new BecomeCoordinatorCommand(code))];

    /// <summary>
    /// <i>Coordinador regional</i> may be an answer: an access code is one word, and every code is in capitals or has a digit.
    /// </summary>
    public override bool MayAnswer(OpenForm open) =>
        (Code.Any(char.IsWhiteSpace) && InvitationCode.Hash(Code) is null)
        || !(Code.Any(char.IsAsciiDigit) || Code.All(static letter => char.IsUpper(letter) || !char.IsLetter(letter)));

    public override string ToString() => nameof(BecomeCoordinatorCommand);
}

internal sealed class BecomeCoordinatorHandler(AccessCode access, IInvitations invitations, CodeTries tries)
    : CommandHandler<BecomeCoordinatorCommand>
{
    protected override async ValueTask<Decision> FollowAsync(
        DialogContext context,
        BecomeCoordinatorCommand command,
        OpenForm? open,
        CancellationToken cancellationToken
    ) => Interruption.Tell(await TryAsync(context, command.Code, cancellationToken), open);

    private async ValueTask<Decision> TryAsync(DialogContext context, string code, CancellationToken cancellationToken)
    {
        if (context.IsCoordinator)
            return context.Say(context.Words["coordinator.already"]);
        if (tries.Refuse(context, CodeKind.Coordinator) is { } refused)
            return refused;
        AccessCodeOutcome outcome = access.Try(code);
        if (outcome is AccessCodeOutcome.Right)
            return Grant(context, []);
        if (InvitationCode.Hash(code) is not { } hash)
            return outcome is AccessCodeOutcome.Off ? context.Say(context.Words["coordinator.off"]) : Wrong(context);
        return
            await invitations.FindAsync(hash, cancellationToken) is { } invitation
            && invitation.IsOpenTo(context.Turn.TurnId, context.Turn.Now)
            ? Grant(context, [new InvitationUsed(hash, context.Turn.TurnId, context.Participant.Id)])
            : Wrong(context);
    }

    private Decision Wrong(DialogContext context) =>
        tries.CountWrong(context, CodeKind.Coordinator).Say(context.Words["coordinator.wrongCode"]);

    private static Decision Grant(DialogContext context, ImmutableArray<PlanChange> before)
    {
        Participant coordinator = context.Participant with { Roles = context.Participant.Roles.Add(Role.Coordinator) };
        return CodeTries.Forget(context.With(coordinator), CodeKind.Coordinator).Say(context.Words["coordinator.welcome"]) with
        {
            PlanChanges = [.. before, new RoleGranted(coordinator.Id, Role.Coordinator)],
        };
    }
}
