using AgaBot.Dialogs.Asking;
using AgaBot.Dialogs.Commands;
using AgaBot.Dialogs.Phrasing;

namespace AgaBot.Dialogs.Languages;

internal sealed class ChangeLanguageHandler(OpenForms forms) : ImmediateCommandHandler<ChangeLanguageCommand>
{
    protected override Decision Follow(DialogContext context, ChangeLanguageCommand command, OpenForm? _)
    {
        Words to = command.Choose(context.Words);
        DialogContext now = context.In(to);
        return forms.Find(now) is { } open
            ? now.Say(PlaceMessage.Say(open, new Notice(to["language.changed"])))
            : now.Say($"{to["language.changed"]}\n\n{CommandList.Say(now)}");
    }
}
