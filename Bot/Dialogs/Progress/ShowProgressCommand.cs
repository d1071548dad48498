using AgaBot.Dialogs.Asking;
using AgaBot.Dialogs.Commands;

namespace AgaBot.Dialogs.Progress;

/// <summary><i>Avance</i>.</summary>
internal sealed record ShowProgressCommand : Command, IHasPatterns
{
    public override int MostContent => Statements.Fewest - 1;

    public override GroupUse InGroup => GroupUse.Publicly;

    public static IEnumerable<CommandPattern> Patterns =>
        [
            new CommandPattern.Bare("command.progress", new ShowProgressCommand()),
            new CommandPattern.Sentence("sentence.progress", 130, new ShowProgressCommand()),
        ];
}

internal sealed class ShowProgressHandler(ProgressReport progress) : CommandHandler<ShowProgressCommand>
{
    protected override async ValueTask<Decision> FollowAsync(
        DialogContext context,
        ShowProgressCommand command,
        OpenForm? open,
        CancellationToken cancellationToken
    ) => Interruption.Tell(await progress.ShowAsync(context, cancellationToken), open);
}
