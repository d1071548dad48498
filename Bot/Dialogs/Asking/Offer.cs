using System.Collections.Immutable;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Dialogs.Views;

namespace AgaBot.Dialogs.Asking;

/// <summary>Something that is pointed out with ways to act on it. An offer needs no answer: a person who goes on has declined it.</summary>
/// <param name="Ways">What can be typed in place of a button; empty if the next offer says it.</param>
internal sealed record Offer(string Text, string Ways, ImmutableArray<CommandButton> Buttons)
{
    public string InWords => Ways.Length == 0 ? Text : $"{Text} {Ways}";

    public OfferView View => new(PlainInCards.Escape(Text), Buttons);
}
