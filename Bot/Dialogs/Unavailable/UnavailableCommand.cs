using AgaBot.Dialogs.Asking;
using AgaBot.Dialogs.Commands;

namespace AgaBot.Dialogs.Unavailable;

/// <summary>A coordinator's command that the bot knows but does not support yet.</summary>
/// <param name="Key">The key of the sentence that says so.</param>
internal sealed record UnavailableCommand(string Key) : Command, IHasPatterns
{
    public override int MostContent => Statements.Fewest;

    public static IEnumerable<CommandPattern> Patterns =>
        [
            new CommandPattern.Bare("command.consolidate", new UnavailableCommand("unavailable.consolidate")),
            new CommandPattern.Bare("command.review", new UnavailableCommand("unavailable.review")),
            new CommandPattern.Bare("command.summary", new UnavailableCommand("unavailable.summary")),
            new CommandPattern.Bare("command.export", new UnavailableCommand("unavailable.export")),
            new CommandPattern.Sentence("sentence.consolidate", 120, new UnavailableCommand("unavailable.consolidate")),
            new CommandPattern.Sentence("sentence.summary", 100, new UnavailableCommand("unavailable.summary")),
            new CommandPattern.Sentence("sentence.export", 110, new UnavailableCommand("unavailable.export")),
        ];
}

internal sealed class UnavailableHandler : ImmediateCommandHandler<UnavailableCommand>
{
    protected override Decision Follow(DialogContext context, UnavailableCommand command, OpenForm? open) =>
        Interruption.Tell(context.Say(context.Words[context.IsCoordinator ? command.Key : "coordinatorsOnly"]), open);
}
