using System.Diagnostics;
using AgaBot.Plans;

namespace AgaBot.Dialogs.Coordinators;

/// <summary><i>Coordinador CÓDIGO</i>. The code is never said back and never kept.</summary>
internal sealed class CoordinatorDoor(AccessCode access)
{
    public Decision Knock(DialogContext context, string code)
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
