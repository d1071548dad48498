using AgaBot.Dialogs.Asking;
using AgaBot.Dialogs.Commands;

namespace AgaBot.Dialogs.Proposals;

/// <summary><i>No me recuerde más</i>: stops reminders of the person's drafts.</summary>
internal sealed record StopRemindersCommand : Command, IHasPatterns
{
    public static IEnumerable<CommandPattern> Patterns => [new CommandPattern.Bare("command.stopReminders", new StopRemindersCommand())];
}

internal sealed class StopRemindersHandler : ImmediateCommandHandler<StopRemindersCommand>
{
    protected override Decision Follow(DialogContext context, StopRemindersCommand command, OpenForm? open) =>
        Interruption.Tell(DraftReminder.Stop(context), open);
}

internal sealed record AllowRemindersCommand : Command, IHasPatterns
{
    public static IEnumerable<CommandPattern> Patterns => [new CommandPattern.Bare("command.allowReminders", new AllowRemindersCommand())];
}

internal sealed class AllowRemindersHandler : ImmediateCommandHandler<AllowRemindersCommand>
{
    protected override Decision Follow(DialogContext context, AllowRemindersCommand command, OpenForm? open) =>
        Interruption.Tell(DraftReminder.Allow(context), open);
}
