using System.Collections.Immutable;
using AgaBot.Dialogs.Views;

namespace AgaBot.Dialogs.Asking;

/// <summary>What is said before a question: the result of the last input.</summary>
/// <param name="IsProblem">Whether the notice asks for a correction.</param>
internal sealed record Notice(string Text, bool IsProblem = false)
{
    public static Notice None { get; } = new("");

    /// <summary>Whether each option of a choice is listed with an explanation of what it covers.</summary>
    public bool ExplainsOptions { get; init; }

    /// <summary>What is pointed out along with the text.</summary>
    public ImmutableArray<Offer> Offers { get; init; } = [];

    public ImmutableArray<OfferView> OfferViews => [.. Offers.Select(static offer => offer.View)];

    public static Notice Problem(string text) => new(text, IsProblem: true);

    /// <summary>This notice followed by another; both texts and all offers are kept.</summary>
    public Notice Then(Notice next) =>
        new(Both(next), IsProblem || next.IsProblem)
        {
            ExplainsOptions = ExplainsOptions || next.ExplainsOptions,
            Offers = [.. Offers, .. next.Offers],
        };

    public string OffersInWords => string.Join('\n', Offers.Select(static offer => offer.InWords));

    /// <summary>The notice, followed by the given text.</summary>
    public string Above(string text)
    {
        string said = string.Join('\n', ((string[])[Text, OffersInWords]).Where(static line => line.Length > 0));
        return said.Length == 0 ? text : $"{said}\n\n{text}";
    }

    private string Both(Notice next) =>
        (Text.Length, next.Text.Length) switch
        {
            (0, _) => next.Text,
            (_, 0) => Text,
            _ => $"{Text} {next.Text}",
        };
}
