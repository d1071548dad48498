using AgaBot.Dialogs.Phrasing;
using AgaBot.Dialogs.Views;

namespace AgaBot.Dialogs;

/// <summary>Says something together with buttons for what can be done about it.</summary>
internal static class ButtonsMessage
{
    /// <param name="text">It names the words to type as well.</param>
    public static Reply Say(Words words, string text, params ReadOnlySpan<string> commands) =>
        new(
            text,
            new MessageView
            {
                FallbackText = text,
                Speak = text,
                Lang = words.Language,
                Text = PlainInCards.Escape(text),
                Buttons = CommandButtons.Of(words, commands),
            }
        );
}
