using System.Globalization;
using AgaBot.Plans;

namespace AgaBot.Dialogs.Commands;

/// <summary>Names a proposal by its number in the list shown last, or by its receipt number.</summary>
internal abstract record ProposalPick
{
    /// <summary>Maximum digits of a list number; more digits are an incomplete receipt number.</summary>
    private const int LongestPlace = 2;

    private ProposalPick() { }

    /// <param name="Number">From 1.</param>
    public sealed record Listed(int Number) : ProposalPick;

    public sealed record Numbered(ReceiptNumber Receipt) : ProposalPick;

    /// <summary>A number that is no receipt number: a digit is wrong or missing.</summary>
    public sealed record Mistyped(string Words) : ProposalPick;

    /// <summary>Null if the words are not only a number.</summary>
    public static ProposalPick? Read(string words)
    {
        if (ReceiptNumber.TryParse(words, out ReceiptNumber receipt))
            return new Numbered(receipt);
        if (words.Length <= LongestPlace && int.TryParse(words, NumberStyles.None, CultureInfo.InvariantCulture, out int place))
            return new Listed(place);
        return words.All(static character => char.IsAsciiDigit(character) || character == ' ') ? new Mistyped(words) : null;
    }
}
