using System.Collections.Immutable;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Dialogs.Views;

namespace AgaBot.Dialogs.Asking;

/// <summary>Something that is pointed out with ways to do about it. It asks for nothing: whoever goes on has declined it.</summary>
/// <param name="Ways">In words, what can be typed in place of a button; empty where the next offer says it.</param>
internal sealed record Offer(string Text, string Ways, ImmutableArray<CommandButton> Buttons)
{
    public string InWords => Ways.Length == 0 ? Text : $"{Text} {Ways}";

    public OfferView View => new(PlainInCards.Escape(Text), Buttons);
}
