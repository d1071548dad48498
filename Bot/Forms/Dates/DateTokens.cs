namespace AgaBot.Forms;

/// <summary>Cuts the words of a date into tokens.</summary>
internal static class DateTokens
{
    /// <summary>The tokens, or null where a word or a mark is not one of a date: then nothing may be read into the rest.</summary>
    public static DateToken[]? Of(string words)
    {
        string text = Folding.ToPlain(words);
        var tokens = new List<DateToken>();
        int at = 0;
        while (at < text.Length)
        {
            int start = at;
            if (char.IsAsciiDigit(text[at]))
            {
                if (NumberAt(text, ref at) is not { } number)
                    return null;
                tokens.Add(number);
            }
            else if (char.IsAsciiLetterLower(text[at]))
            {
                string word = Run(text, ref at, char.IsAsciiLetterLower);
                if (PeriodAt(word, text, ref at) is { } period)
                    tokens.Add(period);
                else if (DateVocabulary.Find(word) is { } token)
                    tokens.Add(token);
                else if (!DateVocabulary.IsJoining(word))
                    return null;
                if (at < text.Length && text[at] == '.' && at - start > 1)
                    at++;
            }
            else if (MarkAt(text, at) is { } mark)
            {
                tokens.Add(mark);
                at++;
            }
            else if (char.IsWhiteSpace(text[at]) || text[at] == ',' || (text[at] == '.' && at == text.Length - 1))
            {
                at++;
            }
            else
            {
                return null;
            }
        }
        return [.. tokens];
    }

    private static DateToken? NumberAt(string text, ref int at)
    {
        string digits = Run(text, ref at, char.IsAsciiDigit);
        if (digits.Length > 4)
            return null;
        int value = 0;
        foreach (char digit in digits)
            value = (value * 10) + (digit - '0');

        int after = at;
        if (after < text.Length && text[after] == '.' && after + 1 < text.Length && text[after + 1] is 'º' or '°' or 'ª')
            after++;
        bool sign = after < text.Length && text[after] is 'º' or '°' or 'ª';
        int end = sign ? after + 1 : at;
        string ending = sign ? "" : Run(text, ref end, char.IsAsciiLetterLower);
        if (!sign && !DateVocabulary.IsOrdinalEnding(ending))
            return new DateToken(DateTokenKind.Number, value, digits.Length);
        at = end;
        return new DateToken(DateTokenKind.Ordinal, value, digits.Length);
    }

    /// <summary>"Q1", "t2", "S1", "h2": a letter and a digit with nothing between.</summary>
    private static DateToken? PeriodAt(string word, string text, ref int at)
    {
        bool digitOnly = at < text.Length && text[at] is >= '1' and <= '4' && (at + 1 == text.Length || !char.IsAsciiDigit(text[at + 1]));
        if (!digitOnly)
            return null;
        int nth = text[at] - '0';
        DateToken? period = word switch
        {
            "q" or "t" => new DateToken(DateTokenKind.Quarter, nth),
            "s" or "h" when nth <= 2 => new DateToken(DateTokenKind.Half, nth),
            _ => null,
        };
        if (period is not null)
            at++;
        return period;
    }

    private static DateToken? MarkAt(string text, int at) => text[at] switch
    {
        '/' => new DateToken(DateTokenKind.Slash),
        '-' or '–' or '—' or '\u2212' => new DateToken(DateTokenKind.Dash),
        '.' when at > 0 && at + 1 < text.Length && char.IsAsciiDigit(text[at - 1]) && char.IsAsciiDigit(text[at + 1]) => new DateToken(DateTokenKind.Dot),
        _ => null,
    };

    private static string Run(string text, ref int at, Func<char, bool> belongs)
    {
        int start = at;
        while (at < text.Length && belongs(text[at]))
            at++;
        return text[start..at];
    }
}
