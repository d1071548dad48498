using System.Globalization;
using System.Text;

namespace AgaBot.Forms.Reading;

/// <summary>
/// Parses a number as written in Peru or in English: "1 234,5", "1,234.5", "1.234.567", "0,5". A point before exactly three digits
/// ("1.234") is ambiguous, so the bot asks.
/// </summary>
internal static class NumberReader
{
    public static ParseResult Read(Question.Number question, string words)
    {
        if (Parse(words) is not { } value)
            return new ParseResult.Unclear(new Problem.NotANumber(words));
        return value < question.Min || value > question.Max
            ? new ParseResult.Unclear(new Problem.OutOfRange(value, question.Min, question.Max))
            : new ParseResult.Understood(new Answer.Number(value));
    }

    private static decimal? Parse(string words)
    {
        bool negative = words[0] is '-' or '\u2212';
        string unsigned = WithPlainSpaces(negative || words[0] == '+' ? words[1..] : words);

        if (IsEitherWay(unsigned))
            return null;
        int point = DecimalMark(unsigned);
        string whole = point < 0 ? unsigned : unsigned[..point];
        string fraction = point < 0 ? "" : unsigned[(point + 1)..];
        if (WithoutGroups(whole) is not { } digits || !fraction.All(char.IsAsciiDigit) || (point >= 0 && fraction.Length == 0))
            return null;

        string invariant = fraction.Length == 0 ? digits : $"{digits}.{fraction}";
        return decimal.TryParse(invariant, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal value)
            ? negative
                ? -value
                : value
            : null;
    }

    /// <summary>"1.234" is a thousand in one country and a decimal in another.</summary>
    private static bool IsEitherWay(string text)
    {
        int point = text.IndexOf('.', StringComparison.Ordinal);
        return point is >= 1 and <= 3 && text[0] != '0' && text.Length == point + 4 && text.AsSpan(0, point).IndexOfAny(',', ' ') < 0;
    }

    /// <summary>The last separator is the decimal one, unless it separates groups of three digits.</summary>
    private static int DecimalMark(string text)
    {
        int last = text.LastIndexOfAny([',', '.']);
        if (last < 0)
            return -1;
        bool repeated = text.IndexOf(text[last], StringComparison.Ordinal) < last;
        bool beforeThreeDigits = text.Length - last - 1 == 3;
        bool otherMarkBefore = text.AsSpan(0, last).ContainsAny(',', '.', ' ');
        bool groupsByComma = text[last] == ',' && beforeThreeDigits && !otherMarkBefore && text[0] != '0';
        return repeated || groupsByComma ? -1 : last;
    }

    /// <summary>The digits of "1,234,567"; null if the groups are not of three digits or the separators differ.</summary>
    private static string? WithoutGroups(string whole)
    {
        int mark = whole.AsSpan().IndexOfAny(',', '.', ' ');
        string[] groups = mark < 0 ? [whole] : whole.Split(whole[mark]);
        bool grouped =
            groups.Length == 1 ? groups[0].Length > 0 : groups[0].Length is >= 1 and <= 3 && groups.Skip(1).All(group => group.Length == 3);
        return grouped && groups.All(group => group.All(char.IsAsciiDigit)) ? string.Concat(groups) : null;
    }

    private static string WithPlainSpaces(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (char mark in text)
            plain.Append(char.IsWhiteSpace(mark) ? ' ' : mark);
        return plain.ToString().Trim();
    }
}
