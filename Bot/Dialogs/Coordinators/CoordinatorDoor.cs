using System.Diagnostics;
using AgaBot.Plans;

namespace AgaBot.Dialogs.Coordinators;

/// <summary><i>Coordinador CÓDIGO</i>. The code is never said back and never kept.</summary>
internal sealed class CoordinatorDoor(AccessCode access)
{
    public Decision Knock(Moment moment, string code)
    {
        if (moment.IsCoordinator)
            return moment.Say(moment.Words["coordinator.already"]);
        if (CodeTries.AreExhausted(moment))
            return moment.Say(moment.Words["coordinator.exhausted"]);
        return access.Try(code, CodeTries.IsKnown(moment)) switch
        {
            AccessCodeOutcome.Right => Grant(moment),
            AccessCodeOutcome.Wrong => CodeTries.CountWrong(moment).Say(moment.Words["coordinator.wrongCode"]),
            AccessCodeOutcome.Exhausted => moment.Say(moment.Words["coordinator.exhausted"]),
            AccessCodeOutcome.Off => moment.Say(moment.Words["coordinator.off"]),
            _ => throw new UnreachableException(),
        };
    }

    private static Decision Grant(Moment moment)
    {
        Participant coordinator = moment.Participant with { Roles = moment.Participant.Roles.Add(Role.Coordinator) };
        return moment
            .With(coordinator)
            .With(moment.Talk with { CodeAttempts = 0, LastWrongCode = null })
            .Say(moment.Words["coordinator.welcome"]) with
        {
            PlanChanges = [new PlanChange.RoleGranted(coordinator.Id, Role.Coordinator)],
        };
    }
}
