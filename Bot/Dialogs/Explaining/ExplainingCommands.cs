using AgaBot.Dialogs.Asking;
using AgaBot.Dialogs.Commands;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Forms.Walking;
using AgaBot.Plans;

namespace AgaBot.Dialogs.Explaining;

/// <summary><i>Ayuda</i>.</summary>
internal sealed record HelpCommand : Command, IHasPatterns
{
    public override int MostContent => Statements.Fewest - 1;

    public override GroupUse InGroup => GroupUse.Help;

    public static IEnumerable<CommandPattern> Patterns =>
        [new CommandPattern.Bare("command.help", new HelpCommand()), new CommandPattern.Sentence("sentence.help", 180, new HelpCommand())];
}

/// <summary>Help in a form is about the question at hand; the review and a confirmation are shown again.</summary>
internal sealed class HelpHandler(OpenForms forms) : CommandHandler<HelpCommand>
{
    protected override async ValueTask<Decision> FollowAsync(
        DialogContext context,
        HelpCommand command,
        OpenForm? open,
        CancellationToken cancellationToken
    ) =>
        open?.Session.At switch
        {
            null => context.Say($"{context.Words["help.text"]}\n\n{CommandList.Say(context)}"),
            FormPosition.Review => context.Say(PlaceMessage.Say(open, new Notice(context.Words["review.help"]))),
            _ => await forms.AdvanceAsync(context, new FormInput.Help(), cancellationToken),
        };
}

/// <summary><i>Glosario</i>.</summary>
internal sealed record ShowGlossaryCommand : Command, IHasPatterns
{
    public static IEnumerable<CommandPattern> Patterns => [new CommandPattern.Bare("command.glossary", new ShowGlossaryCommand())];
}

internal sealed class ShowGlossaryHandler(Plan plan) : ImmediateCommandHandler<ShowGlossaryCommand>
{
    protected override Decision Follow(DialogContext context, ShowGlossaryCommand command, OpenForm? open) =>
        Interruption.Tell(context.Say(GlossaryHandler.List(plan, context.Words)), open);
}

/// <summary><i>Aviso</i>: the whole privacy notice.</summary>
internal sealed record ShowPrivacyNoticeCommand : Command, IHasPatterns
{
    public static IEnumerable<CommandPattern> Patterns =>
        [
            new CommandPattern.Bare("command.privacy", new ShowPrivacyNoticeCommand()),
            new CommandPattern.Sentence("sentence.privacy", 30, new ShowPrivacyNoticeCommand()),
        ];
}

internal sealed class ShowPrivacyNoticeHandler(Plan plan) : ImmediateCommandHandler<ShowPrivacyNoticeCommand>
{
    protected override Decision Follow(DialogContext context, ShowPrivacyNoticeCommand command, OpenForm? open) =>
        Interruption.Tell(context.Say(PrivacyNotice.InWords(plan, context.Words)), open);
}
