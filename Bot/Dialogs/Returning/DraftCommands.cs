using AgaBot.Dialogs.Commands;

namespace AgaBot.Dialogs.Returning;

/// <summary><i>Retomar</i>: goes on with a draft. If there are several, the person is asked which.</summary>
/// <param name="Number">The draft's number in <i>mis fichas</i>; null means the draft changed last.</param>
internal sealed record ResumeCommand(int? Number) : Command, IHasPatterns
{
    public override int MostContent => Statements.Fewest;

    public override bool LeavesTheForm => true;

    public static IEnumerable<CommandPattern> Patterns =>
        [
            new CommandPattern.Bare("command.resume", new ResumeCommand(Number: null)),
            new CommandPattern.WithNumber("command.resume", static number => new ResumeCommand(number)),
            new CommandPattern.Sentence("sentence.resume", 80, new ResumeCommand(Number: null)),
        ];
}

internal sealed class ResumeHandler(DraftHandler drafts) : ImmediateCommandHandler<ResumeCommand>
{
    protected override Decision Follow(DialogContext context, ResumeCommand command, OpenForm? open) =>
        drafts.Resume(context, command.Number, open);
}

/// <summary><i>Seguir</i>: asks the question at hand again, or opens a draft as <see cref="ResumeCommand"/> does.</summary>
internal sealed record GoOnCommand(int? Number) : Command, IHasPatterns
{
    public static IEnumerable<CommandPattern> Patterns =>
        [
            new CommandPattern.Bare("command.goOn", new GoOnCommand(Number: null)),
            new CommandPattern.WithNumber("command.goOn", static number => new GoOnCommand(number)),
        ];
}

internal sealed class GoOnHandler(DraftHandler drafts) : CommandHandler<GoOnCommand>
{
    protected override ValueTask<Decision> FollowAsync(
        DialogContext context,
        GoOnCommand command,
        OpenForm? open,
        CancellationToken cancellationToken
    ) => drafts.GoOnAsync(context, command.Number, open, cancellationToken);
}

/// <summary><i>Ver lo respondido</i>, in the open form or in a draft.</summary>
internal sealed record ShowAnswersCommand(int? Number) : Command, IHasPatterns
{
    public static IEnumerable<CommandPattern> Patterns =>
        [
            new CommandPattern.Bare("command.showAnswers", new ShowAnswersCommand(Number: null)),
            new CommandPattern.WithNumber("command.showAnswers", static number => new ShowAnswersCommand(number)),
        ];
}

internal sealed class ShowAnswersHandler(DraftHandler drafts) : ImmediateCommandHandler<ShowAnswersCommand>
{
    protected override Decision Follow(DialogContext context, ShowAnswersCommand command, OpenForm? open) =>
        drafts.ShowAnswers(context, command.Number, open);
}

/// <summary><i>Descartar</i>: like <i>cancelar</i>, but also for a draft that is not open.</summary>
internal sealed record DiscardCommand(int? Number) : Command, IHasPatterns
{
    public override bool LeavesTheForm => true;

    public static IEnumerable<CommandPattern> Patterns =>
        [
            new CommandPattern.Bare("command.discard", new DiscardCommand(Number: null)),
            new CommandPattern.WithNumber("command.discard", static number => new DiscardCommand(number)),
            new CommandPattern.Sentence("sentence.discard", 40, new DiscardCommand(Number: null)),
        ];
}

internal sealed class DiscardHandler(DraftHandler drafts) : CommandHandler<DiscardCommand>
{
    protected override ValueTask<Decision> FollowAsync(
        DialogContext context,
        DiscardCommand command,
        OpenForm? open,
        CancellationToken cancellationToken
    ) => drafts.DiscardAsync(context, command.Number, open, cancellationToken);
}
