namespace AgaBot.Plans;

/// <summary>
/// The number of a submitted proposal, made to be said on the telephone: seven digits in groups, <c>482-716-5</c>.
/// The last is a Damm check digit, which finds every single wrong digit and every swap of neighbours.
/// </summary>
public readonly record struct ReceiptNumber
{
    private ReceiptNumber(string digits) => Digits = digits;

    /// <summary>The seven digits without dashes, check digit last.</summary>
    public string Digits { get; }

    public override string ToString() => $"{Digits[..3]}-{Digits[3..6]}-{Digits[6]}";
}
