namespace AgaBot.Forms.Dates;

/// <summary>A word to look up, or a token that its characters already determine.</summary>
/// <param name="AfterDel">Whether "del" precedes it: "julio del 17" is 2017, but in "julio 17" the number may be a day.</param>
internal readonly record struct DateLexeme(string? Word, DateToken Token, bool AfterDel = false);

/// <summary>Splits the text of a date into lexemes.</summary>
internal static class DateLexer
{
    private const string OrdinalSigns = "º°ª";

    private const string Dashes = "-–—\u2212";

    private const string Apostrophes = "'’´`";

    /// <summary>Appends the lexemes of a folded text; false if a character does not belong to a date.</summary>
    public static bool Cut(string text, List<DateLexeme> pieces)
    {
        int at = 0;
        bool afterDel = false;
        while (at < text.Length)
        {
            char mark = text[at];
            if (char.IsAsciiDigit(mark))
            {
                if (Midnight(text, at) is > 0 and { } length)
                {
                    at += length;
                    continue;
                }
                if (NumberAt(text, ref at) is not { } number)
                    return false;
                pieces.Add(new DateLexeme(null, number, afterDel));
                afterDel = false;
            }
            else if (char.IsAsciiLetterLower(mark))
            {
                string word = Run(text, ref at, char.IsAsciiLetterLower);
                afterDel = word == "del";
                if (PeriodAt(word, text, ref at) is { } period)
                    pieces.Add(new DateLexeme(null, period));
                else if (!DateVocabulary.IsJoining(word))
                    pieces.Add(new DateLexeme(PossessiveAt(word, text, ref at), default));
            }
            else if (ShortYearAt(text, at) is { } year)
            {
                pieces.Add(new DateLexeme(null, year));
                at += 3;
            }
            else if (mark == '(')
            {
                if (!Aside(text, ref at, pieces))
                    return false;
            }
            else if (MarkAt(text, at) is { } token)
            {
                pieces.Add(new DateLexeme(null, token));
                at++;
            }
            else if (char.IsWhiteSpace(mark) || mark == '.')
            {
                at++;
            }
            else
            {
                return false;
            }
        }
        return true;
    }

    private static DateToken? NumberAt(string text, ref int at)
    {
        string digits = Run(text, ref at, char.IsAsciiDigit);
        if (digits.Length > 4)
            return null;
        int value = 0;
        foreach (char digit in digits)
            value = (value * 10) + (digit - '0');

        int end = at;
        if (
            end < text.Length
            && text[end] == '.'
            && end + 1 < text.Length
            && (OrdinalSigns.Contains(text[end + 1]) || char.IsAsciiLetterLower(text[end + 1]))
        )
            end++;
        if (end < text.Length && OrdinalSigns.Contains(text[end]))
        {
            at = end + 1;
            return new DateToken(DateTokenKind.Ordinal, value, digits.Length);
        }

        string ending = Run(text, ref end, char.IsAsciiLetterLower);
        DateToken number =
            DateVocabulary.IsOrdinalEnding(ending) ? new DateToken(DateTokenKind.Ordinal, value, digits.Length)
            : digits.Length == 1 && text[at..end] == ending && Period(ending, value) is { } period ? period
            : new DateToken(DateTokenKind.Number, value, digits.Length);
        if (number.Kind != DateTokenKind.Number)
            at = end;
        return number;
    }

    /// <summary>"Q1", "t2", "S1", "h2": a letter directly before a digit. "1T" and "2S" are parsed as numbers.</summary>
    private static DateToken? PeriodAt(string word, string text, ref int at)
    {
        bool oneDigit = at < text.Length && char.IsAsciiDigit(text[at]) && (at + 1 == text.Length || !char.IsAsciiDigit(text[at + 1]));
        if (!oneDigit || Period(word, text[at] - '0') is not { } period)
            return null;
        at++;
        return period;
    }

    private static DateToken? Period(string letter, int nth) =>
        letter switch
        {
            "q" or "t" when nth is >= 1 and <= 4 => new DateToken(DateTokenKind.Quarter, nth),
            "s" or "h" when nth is 1 or 2 => new DateToken(DateTokenKind.Half, nth),
            _ => null,
        };

    /// <summary>Keeps "New Year's" as one word.</summary>
    private static string PossessiveAt(string word, string text, ref int at)
    {
        bool possessive =
            at + 1 < text.Length
            && Apostrophes.Contains(text[at])
            && text[at + 1] == 's'
            && (at + 2 == text.Length || !char.IsAsciiLetterLower(text[at + 2]));
        if (!possessive)
            return word;
        at += 2;
        return word + "s";
    }

    /// <summary>"'17".</summary>
    private static DateToken? ShortYearAt(string text, int at) =>
        Apostrophes.Contains(text[at])
        && at + 2 < text.Length
        && char.IsAsciiDigit(text[at + 1])
        && char.IsAsciiDigit(text[at + 2])
        && (at + 3 == text.Length || !char.IsAsciiDigit(text[at + 3]))
            ? DateToken.OfYear(2000 + ((text[at + 1] - '0') * 10) + (text[at + 2] - '0'))
            : null;

    /// <summary>Length of the midnight that a spreadsheet appends to a day ("00:00:00"); 0 if there is none.</summary>
    private static int Midnight(string text, int at)
    {
        foreach (string midnight in (ReadOnlySpan<string>)["00:00:00", "0:00:00", "00:00", "0:00"])
        {
            if (text.AsSpan(at).SequenceEqual(midnight) && at > 0)
                return midnight.Length;
        }
        return 0;
    }

    /// <summary>Parentheses repeat a number, as in official texts ("seis (6) meses"), or contain a hedge.</summary>
    private static bool Aside(string text, ref int at, List<DateLexeme> pieces)
    {
        int close = text.IndexOf(')', at);
        if (close < 0 || DateTokens.OfPlain(text[(at + 1)..close]) is not { } aside)
            return false;
        at = close + 1;
        if (aside.Length == 0)
            return true;

        DateToken? before =
            pieces is [.., { Word: null } last] ? last.Token
            : pieces is [.., { Word: { } word }] && DateVocabulary.Find(word) is [var found] ? found
            : null;
        return aside is [{ Kind: DateTokenKind.Number } again]
            && before is { Kind: DateTokenKind.Number } number
            && number.Value == again.Value;
    }

    private static DateToken? MarkAt(string text, int at) =>
        text[at] switch
        {
            '/' => new DateToken(DateTokenKind.Slash),
            ',' => new DateToken(DateTokenKind.Comma),
            '.' when at > 0 && at + 1 < text.Length && char.IsAsciiDigit(text[at - 1]) && char.IsAsciiDigit(text[at + 1]) => new DateToken(
                DateTokenKind.Dot
            ),
            var mark when Dashes.Contains(mark) => new DateToken(IsLoose(text, at) ? DateTokenKind.LooseDash : DateTokenKind.Dash),
            _ => null,
        };

    private static bool IsLoose(string text, int at) =>
        (at > 0 && char.IsWhiteSpace(text[at - 1])) || (at + 1 < text.Length && char.IsWhiteSpace(text[at + 1]));

    private static string Run(string text, ref int at, Func<char, bool> belongs)
    {
        int start = at;
        while (at < text.Length && belongs(text[at]))
            at++;
        return text[start..at];
    }
}
