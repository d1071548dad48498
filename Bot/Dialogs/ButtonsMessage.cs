using System.Collections.Immutable;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Dialogs.Views;

namespace AgaBot.Dialogs;

/// <summary>A text with buttons for the commands that act on it.</summary>
internal static class ButtonsMessage
{
    /// <param name="text">The text also names the words to type.</param>
    public static Reply Say(Words words, string text, params ReadOnlySpan<string> commands) =>
        Say(words, text, CommandButtons.Of(words, commands));

    /// <param name="text">The text also names the words to type.</param>
    public static Reply Say(Words words, string text, ImmutableArray<CommandButton> buttons) =>
        new(
            text,
            new MessageView
            {
                FallbackText = text,
                Speak = text,
                Lang = words.Language,
                Text = PlainInCards.Escape(text),
                Buttons = buttons,
            }
        );
}
