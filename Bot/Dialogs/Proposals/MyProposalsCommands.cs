using AgaBot.Dialogs.Asking;
using AgaBot.Dialogs.Commands;

namespace AgaBot.Dialogs.Proposals;

/// <summary><i>Mis fichas</i>.</summary>
internal sealed record MyProposalsCommand : Command, IHasPatterns
{
    public override int MostContent => Statements.Fewest;

    public static IEnumerable<CommandPattern> Patterns =>
        [
            new CommandPattern.Bare("command.myProposals", new MyProposalsCommand()),
            new CommandPattern.Sentence("sentence.myProposals", 70, new MyProposalsCommand()),
        ];
}

internal sealed class MyProposalsHandler(MyProposals mine) : CommandHandler<MyProposalsCommand>
{
    protected override async ValueTask<Decision> FollowAsync(
        DialogContext context,
        MyProposalsCommand command,
        OpenForm? open,
        CancellationToken cancellationToken
    ) => Interruption.Tell(await mine.ListAsync(context, cancellationToken), open);
}

/// <summary><i>Más</i>: the next page of <i>mis fichas</i>.</summary>
internal sealed record MoreCommand : Command, IHasPatterns
{
    public static IEnumerable<CommandPattern> Patterns => [new CommandPattern.Bare("command.more", new MoreCommand())];
}

internal sealed class MoreHandler(MyProposals mine) : CommandHandler<MoreCommand>
{
    protected override async ValueTask<Decision> FollowAsync(
        DialogContext context,
        MoreCommand command,
        OpenForm? open,
        CancellationToken cancellationToken
    ) => Interruption.Tell(await mine.MoreAsync(context, cancellationToken), open);
}
