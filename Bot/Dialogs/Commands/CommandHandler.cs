namespace AgaBot.Dialogs.Commands;

/// <summary>Follows one kind of <see cref="Command"/>. Handlers are found at start: there is no list to extend.</summary>
internal interface ICommandHandler
{
    Type Kind { get; }

    /// <param name="open">The open form; null if none is open.</param>
    ValueTask<Decision> FollowAsync(DialogContext context, Command command, OpenForm? open, CancellationToken cancellationToken);
}

internal abstract class CommandHandler<TCommand> : ICommandHandler
    where TCommand : Command
{
    public Type Kind => typeof(TCommand);

    protected abstract ValueTask<Decision> FollowAsync(
        DialogContext context,
        TCommand command,
        OpenForm? open,
        CancellationToken cancellationToken
    );

    ValueTask<Decision> ICommandHandler.FollowAsync(
        DialogContext context,
        Command command,
        OpenForm? open,
        CancellationToken cancellationToken
    ) => FollowAsync(context, (TCommand)command, open, cancellationToken);
}

/// <summary>Follows a command synchronously.</summary>
internal abstract class ImmediateCommandHandler<TCommand> : CommandHandler<TCommand>
    where TCommand : Command
{
    protected abstract Decision Follow(DialogContext context, TCommand command, OpenForm? open);

    protected sealed override ValueTask<Decision> FollowAsync(
        DialogContext context,
        TCommand command,
        OpenForm? open,
        CancellationToken cancellationToken
    ) => ValueTask.FromResult(Follow(context, command, open));
}
