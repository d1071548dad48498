using System.Collections.Frozen;

namespace AgaBot.Dialogs.Commands;

/// <summary>Finds the handler of a command that is about something other than the open form.</summary>
internal sealed class CommandHandlers(IEnumerable<ICommandHandler> handlers)
{
    private readonly FrozenDictionary<Type, ICommandHandler> handlers = handlers.ToFrozenDictionary(static handler => handler.Kind);

    public ValueTask<Decision> FollowAsync(DialogContext context, Command command, OpenForm? open, CancellationToken cancellationToken) =>
        handlers[command.GetType()].FollowAsync(context, command, open, cancellationToken);
}
