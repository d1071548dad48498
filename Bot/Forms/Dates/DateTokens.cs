using AgaBot.Forms.Normalization;
using static AgaBot.Forms.Dates.DateTokenKind;

namespace AgaBot.Forms.Dates;

/// <summary>Converts the words of a date into tokens.</summary>
internal static class DateTokens
{
    /// <summary>Punctuation around a date that has no meaning.</summary>
    private const string Around = " \t\n.,;:!\"'«»“”*_";

    /// <summary>Labels of the form that may precede a date and a colon.</summary>
    private static readonly HashSet<string> Labels = new(StringComparer.Ordinal)
    {
        "fecha",
        "fecha aproximada",
        "fecha tentativa",
        "fecha estimada",
        "fecha de inicio",
        "fecha de fin",
        "fecha de termino",
        "fecha de cumplimiento",
        "fecha aproximada de cumplimiento",
        "inicio",
        "fin",
        "termino",
        "cumplimiento",
        "culminacion",
        "plazo",
        "plazo maximo",
        "date",
        "start",
        "end",
    };

    /// <summary>Null if a word or mark does not belong to a date: then the remaining words are not interpreted either.</summary>
    public static DateToken[]? Of(string words)
    {
        string text = UserText.WithoutBullet(Folding.ToPlain(words)).Trim(Around.ToCharArray());
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0 && Labels.Contains(text[..colon].Trim()))
            text = text[(colon + 1)..].Trim();
        if (text is ['(', .. var inner, ')'] && !inner.Contains('('))
            text = inner;
        return OfPlain(text);
    }

    /// <summary>Tokens of a folded text.</summary>
    public static DateToken[]? OfPlain(string text)
    {
        var pieces = new List<DateLexeme>();
        if (!DateLexer.Cut(text, pieces))
            return null;

        var tokens = new List<DateToken>(pieces.Count);
        int at = 0;
        while (at < pieces.Count)
        {
            if (pieces[at].Word is null)
            {
                tokens.Add(
                    IsYearAfterDel(pieces, at, tokens) ? DateToken.OfYear(2000 + pieces[at].Token.Value)
                    : MonthAfterDel(pieces[at], tokens) is { } month ? new DateToken(Month, month)
                    : pieces[at].Token
                );
                at++;
            }
            else if (tokens is [.., { Kind: Ordinal or Roman }] && DateVocabulary.FindAfterOrdinal(pieces[at].Word!) is { } part)
            {
                tokens.Add(part);
                at++;
            }
            else if (IdiomAt(pieces, at) is (var idiom, var length))
            {
                tokens.AddRange(idiom);
                at += length;
            }
            else if (DateVocabulary.FindMisspelt(pieces[at].Word!) is { } meant)
            {
                tokens.AddRange(meant);
                at++;
            }
            else
            {
                return null;
            }
        }
        return [.. tokens];
    }

    /// <summary>True if the tokens name their year.</summary>
    public static bool NameTheirYear(ReadOnlySpan<DateToken> tokens)
    {
        foreach (DateToken token in tokens)
        {
            if (token.Year is not null || token.Kind is This or Next or Past or DaysFromToday or Plan)
                return true;
        }
        return tokens
            is [{ Month: not null }, { IsMark: true }, { ShortYear: not null }]
                or [_, { IsMark: true }, _, { IsMark: true }, { ShortYear: not null }];
    }

    public static DateToken[] WithoutCommas(DateToken[] tokens) => [.. tokens.Where(token => token.Kind != Comma)];

    /// <summary>Drops dashes that join rather than separate: "I-trim-2017", "IV trimestre - 2016".</summary>
    public static DateToken[] WithoutJoints(DateToken[] tokens)
    {
        DateToken[] joined = tokens is [.. var before, { Kind: LooseDash }, { Year: not null } year] ? [.. before, year] : tokens;
        return [.. joined.Where(token => token.Kind != Dash)];
    }

    /// <summary>The longest idiom that starts here, and its number of words.</summary>
    private static (DateToken[] Tokens, int Length)? IdiomAt(List<DateLexeme> pieces, int at)
    {
        int words = 0;
        while (words < DateVocabulary.LongestIdiom && at + words < pieces.Count && pieces[at + words].Word is not null)
            words++;
        for (int length = words; length > 0; length--)
        {
            string idiom = string.Join(' ', pieces.GetRange(at, length).Select(piece => piece.Word));
            if (DateVocabulary.Find(idiom) is { } tokens)
                return (tokens, length);
        }
        return null;
    }

    /// <summary>"21 del 3": the month of a day, by its number.</summary>
    private static int? MonthAfterDel(DateLexeme piece, List<DateToken> before) =>
        piece.AfterDel && before is [.., { Day: not null }] ? piece.Token.MonthNumber : null;

    /// <summary>"Julio del 17" at the end of a date, after a token that can have a year.</summary>
    private static bool IsYearAfterDel(List<DateLexeme> pieces, int at, List<DateToken> before) =>
        pieces[at] is { AfterDel: true, Token: { Kind: Number, Digits: 2 } }
        && at == pieces.Count - 1
        && before is [.., { Kind: Month or Stage or Unit }];
}
