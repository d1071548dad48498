using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using AgaBot.Forms.Normalization;

namespace AgaBot.Forms.Reading;

/// <summary>A token of a head count.</summary>
internal abstract record HeadCountToken(string Raw)
{
    private HeadCountToken()
        : this("") { }

    /// <param name="Option">The option's number if the line starts with it: "3. " or "3; 2; 1".</param>
    public sealed record Line(int? Option) : HeadCountToken(Option?.ToString(CultureInfo.InvariantCulture) ?? "");

    public sealed record Number(int Value, string Raw) : HeadCountToken(Raw);

    public sealed record Label(HeadCountLabel What, string Raw) : HeadCountToken(Raw);

    /// <param name="Plain">In lower case and without accents.</param>
    public sealed record Name(string Plain, string Raw) : HeadCountToken(Raw);
}

internal enum HeadCountLabel
{
    Women,
    Men,
    Total,
}

/// <summary>Splits a head count into tokens and drops joining words.</summary>
internal static partial class HeadCountTokens
{
    private const int MostDigits = 6;

    private static readonly FrozenSet<string> Joining = new[]
    {
        "a",
        "al",
        "con",
        "de",
        "del",
        "e",
        "el",
        "en",
        "hay",
        "la",
        "las",
        "los",
        "mas",
        "o",
        "por",
        "son",
        "tambien",
        "u",
        "y",
        "and",
        "are",
        "for",
        "from",
        "of",
        "the",
        "there",
        "with",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Words before the number of all: "somos 8: 5 mujeres y 3 hombres".</summary>
    private static readonly FrozenSet<string> Together = new[]
    {
        "somos",
        "eramos",
        "fuimos",
        "estamos",
        "estuvimos",
        "vinimos",
        "vinieron",
        "asistimos",
        "asistieron",
        "participamos",
        "participaron",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>"Un" and "una" are articles too: they are numbers only before what is counted.</summary>
    private static readonly FrozenSet<string> Ones = new[] { "un", "una", "uno", "one" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Nones = new[] { "ninguna", "ningun", "cero", "zero" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, HeadCountLabel> Labels = Named(
            HeadCountLabel.Women,
            "mujer",
            "mujeres",
            "dama",
            "damas",
            "senora",
            "senoras",
            "femenino",
            "femenina",
            "femeninas",
            "f",
            "woman",
            "women",
            "female",
            "females",
            "w"
        )
        .Concat(
            Named(
                HeadCountLabel.Men,
                "hombre",
                "hombres",
                "varon",
                "varones",
                "caballero",
                "caballeros",
                "senor",
                "senores",
                "masculino",
                "masculinos",
                "h",
                "man",
                "men",
                "male",
                "males"
            )
        )
        .Concat(
            Named(
                HeadCountLabel.Total,
                "total",
                "persona",
                "personas",
                "participante",
                "participantes",
                "asistente",
                "asistentes",
                "person",
                "persons",
                "people",
                "participants",
                "attendees"
            )
        )
        .ToFrozenDictionary(StringComparer.Ordinal);

    /// <param name="options">Number of options: the first number of a line is an option's number only up to this.</param>
    public static IEnumerable<HeadCountToken> Of(string text, int options)
    {
        // In "3 m 2 h" the m means women; in "3 f 2 m" it means men.
        bool manIsM = Pieces().Matches(Folding.ToPlain(text)).Any(static piece => piece.Value is "f" or "w");
        foreach (string line in text.Split('\n'))
        {
            Match begins = OptionNumber().Match(line);
            int? option =
                begins.Success
                && int.Parse(begins.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) is var number
                && number >= 1
                && number <= options
                    ? number
                    : null;
            yield return new HeadCountToken.Line(option);
            string[] pieces = [.. Pieces().Matches(option is null ? line : line[begins.Length..]).Select(static piece => piece.Value)];
            for (int index = 0; index < pieces.Length; index++)
            {
                if (IsBeforeTotal(pieces.AsSpan(index)))
                    yield return new HeadCountToken.Label(HeadCountLabel.Total, pieces[index]);
                else if (Read(pieces[index], index + 1 < pieces.Length ? Folding.ToPlain(pieces[index + 1]) : "", manIsM) is { } token)
                    yield return token;
            }
        }
    }

    /// <summary>"Somos 8", but not "somos 8 mujeres".</summary>
    private static bool IsBeforeTotal(ReadOnlySpan<string> pieces) =>
        pieces.Length > 1
        && Together.Contains(Folding.ToPlain(pieces[0]))
        && (pieces[1].All(char.IsAsciiDigit) || NumberWords.Cardinal(Folding.ToPlain(pieces[1])) is not null)
        && !(pieces.Length > 2 && Folding.ToPlain(pieces[2]) is var next && (next == "m" || Labels.ContainsKey(next)));

    private static HeadCountToken? Read(string piece, string next, bool manIsM)
    {
        string plain = Folding.ToPlain(piece);
        if (piece.All(char.IsAsciiDigit))
            return new HeadCountToken.Number(
                piece.Length > MostDigits ? int.MaxValue : int.Parse(piece, NumberStyles.None, CultureInfo.InvariantCulture),
                piece
            );
        if (plain == "m")
            return new HeadCountToken.Label(manIsM ? HeadCountLabel.Men : HeadCountLabel.Women, piece);
        if (Labels.TryGetValue(plain, out HeadCountLabel label))
            return new HeadCountToken.Label(label, piece);
        if (Ones.Contains(plain))
            return Labels.ContainsKey(next) ? new HeadCountToken.Number(1, piece) : null;
        if ((Nones.Contains(plain) ? 0 : NumberWords.Cardinal(plain)) is { } number)
            return new HeadCountToken.Number(number, piece);
        return Joining.Contains(plain) || Together.Contains(plain) ? null : new HeadCountToken.Name(plain, piece);
    }

    private static IEnumerable<KeyValuePair<string, HeadCountLabel>> Named(HeadCountLabel label, params string[] words) =>
        words.Select(word => KeyValuePair.Create(word, label));

    [GeneratedRegex(@"[0-9]+|\p{L}+")]
    private static partial Regex Pieces();

    /// <summary>A number and a separator, before a name or before two more numbers: "3; 2" alone are two counts.</summary>
    [GeneratedRegex(@"^\s*[(\[]?([0-9]{1,2})\s*[.):;=\]–—-](?>\s*)(?=.*\p{L}|[0-9]+[^0-9]+[0-9])")]
    private static partial Regex OptionNumber();
}
