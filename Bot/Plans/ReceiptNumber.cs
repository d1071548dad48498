using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace AgaBot.Plans;

/// <summary>
/// The number of a submitted proposal, suited to the telephone: seven digits in groups, <c>482-716-4</c>. The last is a Damm check digit,
/// which detects every single wrong digit and every swap of two adjacent digits.
/// </summary>
public readonly record struct ReceiptNumber
{
    /// <summary>Number of digits, check digit included.</summary>
    public const int Length = 7;

    private ReceiptNumber(string digits) => Digits = digits;

    /// <summary>The seven digits without dashes, check digit last.</summary>
    public string Digits { get; }

    /// <summary>
    /// Draws the number of a proposal. The same arguments always give the same number, so that a turn that runs again repeats its number.
    /// </summary>
    /// <param name="attempt">From 0; grows while the number drawn before belongs to another proposal.</param>
    public static ReceiptNumber Draw(ProposalId id, int attempt)
    {
        byte[] seed = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id.Value}\n{attempt}"));
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(seed, hash);
        string drawn = (BinaryPrimitives.ReadUInt64BigEndian(hash) % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
        return new ReceiptNumber(drawn + (char)('0' + DammCheckDigit.Remainder(drawn)));
    }

    /// <summary>Parses a number as people write it: grouped by spaces or dashes, or not grouped.</summary>
    /// <returns>False for anything but seven digits, and for a wrong digit or a swap.</returns>
    public static bool TryParse(ReadOnlySpan<char> words, out ReceiptNumber number)
    {
        number = default;
        Span<char> digits = stackalloc char[Length];
        int count = 0;
        foreach (char character in words)
        {
            if (IsSeparator(character))
                continue;
            if (!char.IsAsciiDigit(character) || count == Length)
                return false;
            digits[count++] = character;
        }

        // The remainder of a valid number is zero.
        if (count < Length || DammCheckDigit.Remainder(digits) != 0)
            return false;
        number = new ReceiptNumber(new string(digits));
        return true;
    }

    public override string ToString() => $"{Digits[..3]}-{Digits[3..6]}-{Digits[6]}";

    private static bool IsSeparator(char character) =>
        char.IsWhiteSpace(character) || CharUnicodeInfo.GetUnicodeCategory(character) == UnicodeCategory.DashPunctuation;
}
