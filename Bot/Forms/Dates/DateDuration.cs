using static AgaBot.Forms.DateTokenKind;

namespace AgaBot.Forms;

/// <summary>Reads tokens as months from a start that they do not name: "1 mes", "6 meses", "2 años y 6 meses".</summary>
internal static class DateDuration
{
    /// <summary>Fifty years: more is no part of any plan.</summary>
    private const int MostMonths = 600;

    public static int? Read(ReadOnlySpan<DateToken> tokens) => Months(tokens) is { } months and >= 1 and <= MostMonths ? months : null;

    private static int? Months(ReadOnlySpan<DateToken> tokens) => tokens switch
    {
        [{ Kind: During }, .. var rest] => Months(rest),
        [{ Count: { } count }, { Kind: Units } unit] => count * unit.Value,
        [{ Count: { } count }, { Kind: Unit, Value: 1 or 12 } unit] => count * unit.Value,
        [{ Kind: HalfOf }, { Unit: 12 }] => 6,
        [{ Unit: 12 }, { Kind: And }, { Kind: HalfOf }] => 18,
        [{ Count: { } years }, { Unit: 12 }, { Kind: And }, { Kind: HalfOf }] => (years * 12) + 6,
        [{ Count: { } years }, { Unit: 12 }, { Kind: And }, { Count: { } months }, { Unit: 1 }] => (years * 12) + months,
        _ => null,
    };
}
