namespace AgaBot.Plans.Wording;

/// <summary>
/// The common stem of a word family: <i>organizar</i>, <i>organizada</i> and <i>organización</i> give <c>organiz</c>. Removes plurals and
/// the Spanish endings that derive nouns from verbs, as long as four letters remain, and the English plural.
/// </summary>
internal static class SpanishStem
{
    private const int Shortest = 4;

    /// <summary>Longest first, without accents.</summary>
    private static readonly string[] Endings =
    [
        "amiento",
        "imiento",
        "acion",
        "icion",
        "ucion",
        "adora",
        "edora",
        "idora",
        "iendo",
        "mente",
        "cion",
        "sion",
        "idad",
        "ador",
        "edor",
        "idor",
        "ante",
        "ente",
        "able",
        "ible",
        "ando",
        "ivo",
        "iva",
        "ado",
        "ada",
        "ido",
        "ida",
        "oso",
        "osa",
        "ico",
        "ica",
        "ar",
        "er",
        "ir",
    ];

    /// <param name="word">A folded word.</param>
    public static string Of(string word)
    {
        string singular = Singular(word);
        foreach (string ending in Endings)
        {
            if (singular.Length >= ending.Length + Shortest && singular.EndsWith(ending, StringComparison.Ordinal))
                return singular[..^ending.Length];
        }
        return singular.Length > Shortest && singular[^1] is 'a' or 'e' or 'o' ? singular[..^1] : singular;
    }

    private static string Singular(string word) =>
        word switch
        {
            { Length: <= Shortest } => word,
            [.., 'c', 'e', 's'] => string.Concat(word.AsSpan(0, word.Length - 3), "z"),
            [.., 'a' or 'i' or 'o' or 'u', 's'] => word[..^1],
            [.., 'l' or 'r' or 'n' or 'd' or 'z', 'e', 's'] => word[..^2],
            [.., 's'] => word[..^1],
            _ => word,
        };
}
