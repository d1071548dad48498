using AgaBot.Dialogs.Asking;
using AgaBot.Dialogs.Commands;
using AgaBot.Plans;
using AgaBot.Plans.Workshops;

namespace AgaBot.Dialogs.Workshops;

/// <summary><i>Abrir taller</i>: the people of a hall, who share an address, may do more at once.</summary>
internal sealed record OpenWorkshopCommand : Command, IHasPatterns
{
    public static IEnumerable<CommandPattern> Patterns => [new CommandPattern.Bare("command.openWorkshop", new OpenWorkshopCommand())];
}

/// <summary><i>Cerrar taller</i>.</summary>
internal sealed record CloseWorkshopCommand : Command, IHasPatterns
{
    public static IEnumerable<CommandPattern> Patterns => [new CommandPattern.Bare("command.closeWorkshop", new CloseWorkshopCommand())];
}

internal sealed class OpenWorkshopHandler : ImmediateCommandHandler<OpenWorkshopCommand>
{
    protected override Decision Follow(DialogContext context, OpenWorkshopCommand command, OpenForm? open)
    {
        DateTimeOffset until = context.Turn.Now + WorkshopOpened.Longest;
        return WorkshopChange.Make(
            context,
            open,
            context.Words.Say("workshop.opened", WorkshopOpened.Longest.TotalHours),
            new WorkshopOpened(until, context.Participant.Id)
        );
    }
}

internal sealed class CloseWorkshopHandler : ImmediateCommandHandler<CloseWorkshopCommand>
{
    protected override Decision Follow(DialogContext context, CloseWorkshopCommand command, OpenForm? open) =>
        WorkshopChange.Make(context, open, context.Words["workshop.closed"], new WorkshopClosed(context.Participant.Id));
}

internal static class WorkshopChange
{
    public static Decision Make(DialogContext context, OpenForm? open, string said, PlanChange change) =>
        Interruption.Tell(
            context.IsCoordinator ? context.Say(said) with { PlanChanges = [change] } : context.Say(context.Words["coordinatorsOnly"]),
            open
        );
}
