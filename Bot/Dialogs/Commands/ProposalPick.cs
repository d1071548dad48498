using System.Globalization;
using AgaBot.Plans;

namespace AgaBot.Dialogs.Commands;

/// <summary>Which proposal somebody means: by its place in the list that they saw last, or by its receipt number.</summary>
internal abstract record ProposalPick
{
    /// <summary>Digits that are a place in a list, and no receipt number that was cut short.</summary>
    private const int LongestPlace = 2;

    private ProposalPick() { }

    /// <param name="Number">From 1.</param>
    public sealed record Listed(int Number) : ProposalPick;

    public sealed record Numbered(ReceiptNumber Receipt) : ProposalPick;

    /// <summary>A number that is nobody's: a digit was misheard, or is missing.</summary>
    public sealed record Mistyped(string Words) : ProposalPick;

    /// <summary>Null where the words are more than a number.</summary>
    public static ProposalPick? Read(string words) =>
        ReceiptNumber.TryParse(words, out ReceiptNumber receipt) ? new Numbered(receipt)
        : words.Length <= LongestPlace && int.TryParse(words, NumberStyles.None, CultureInfo.InvariantCulture, out int place)
            ? new Listed(place)
        : words.All(static character => char.IsAsciiDigit(character) || character == ' ') ? new Mistyped(words)
        : null;
}
