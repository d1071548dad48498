using System.Collections.Immutable;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Dialogs.Views;

namespace AgaBot.Dialogs;

/// <summary>Buttons that send a command's words.</summary>
internal static class CommandButtons
{
    public static ImmutableArray<CommandButton> Of(Words words, params ReadOnlySpan<string> commands)
    {
        var buttons = ImmutableArray.CreateBuilder<CommandButton>(commands.Length);
        foreach (string command in commands)
            buttons.Add(new CommandButton(words[$"button.{command}"], CommandWords.Name(words, $"command.{command}")));
        return buttons.MoveToImmutable();
    }
}
