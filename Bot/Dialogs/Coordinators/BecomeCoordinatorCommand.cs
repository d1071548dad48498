using System.Diagnostics;
using AgaBot.Dialogs.Asking;
using AgaBot.Dialogs.Codes;
using AgaBot.Dialogs.Commands;
using AgaBot.Plans;

namespace AgaBot.Dialogs.Coordinators;

/// <summary><i>Coordinador CÓDIGO</i>.</summary>
/// <param name="Code">As typed. The code is a secret: never repeated, logged or stored.</param>
internal sealed record BecomeCoordinatorCommand(string Code) : Command, IHasPatterns
{
    public override GroupUse InGroup => GroupUse.Secretly;

    public static IEnumerable<CommandPattern> Patterns =>
        [new CommandPattern.WithCode("command.coordinator", static code => new BecomeCoordinatorCommand(code))];

    /// <summary><i>Coordinador regional</i> may be an answer: a code is one word, in capitals or with a digit.</summary>
    public override bool MayAnswer(OpenForm open) =>
        Code.Any(char.IsWhiteSpace) || !(Code.Any(char.IsAsciiDigit) || Code.All(char.IsUpper));

    public override string ToString() => nameof(BecomeCoordinatorCommand);
}

internal sealed class BecomeCoordinatorHandler(AccessCode access) : ImmediateCommandHandler<BecomeCoordinatorCommand>
{
    protected override Decision Follow(DialogContext context, BecomeCoordinatorCommand command, OpenForm? open) =>
        Interruption.Tell(Try(context, command.Code), open);

    private Decision Try(DialogContext context, string code)
    {
        if (context.IsCoordinator)
            return context.Say(context.Words["coordinator.already"]);
        if (CodeTries.AreExhausted(context))
            return context.Say(context.Words["coordinator.exhausted"]);
        return access.Try(code, CodeTries.IsKnown(context)) switch
        {
            AccessCodeOutcome.Right => Grant(context),
            AccessCodeOutcome.Wrong => CodeTries.CountWrong(context).Say(context.Words["coordinator.wrongCode"]),
            AccessCodeOutcome.Exhausted => context.Say(context.Words["coordinator.exhausted"]),
            AccessCodeOutcome.Off => context.Say(context.Words["coordinator.off"]),
            _ => throw new UnreachableException(),
        };
    }

    private static Decision Grant(DialogContext context)
    {
        Participant coordinator = context.Participant with { Roles = context.Participant.Roles.Add(Role.Coordinator) };
        return context
            .With(coordinator)
            .With(context.Conversation with { CodeAttempts = 0, LastWrongCode = null })
            .Say(context.Words["coordinator.welcome"]) with
        {
            PlanChanges = [new RoleGranted(coordinator.Id, Role.Coordinator)],
        };
    }
}
