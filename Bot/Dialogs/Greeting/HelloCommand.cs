using AgaBot.Dialogs.Asking;
using AgaBot.Dialogs.Commands;
using AgaBot.Dialogs.Drafting;

namespace AgaBot.Dialogs.Greeting;

/// <summary><i>Hola</i>.</summary>
internal sealed record HelloCommand : Command, IHasPatterns
{
    public override bool IsGreeting => true;

    public override bool LeavesTheForm => true;

    public override int MostContent => Statements.Fewest - 1;

    public override GroupUse InGroup => GroupUse.Help;

    public static IEnumerable<CommandPattern> Patterns =>
        [
            new CommandPattern.Bare("command.hello", new HelloCommand()),
            new CommandPattern.Sentence("sentence.hello", 190, new HelloCommand()),
        ];
}

/// <summary>In a form the greeting is short and the form goes on; a person with unfinished drafts is shown those.</summary>
internal sealed class HelloHandler(WaitingDrafts drafts, Welcome welcome) : ImmediateCommandHandler<HelloCommand>
{
    protected override Decision Follow(DialogContext context, HelloCommand command, OpenForm? open) =>
        drafts.Meet(context, open)
        ?? context.Say(open is null ? welcome.Say(context) : PlaceMessage.Say(open, new Notice(context.Words["return.greeting"])));
}
