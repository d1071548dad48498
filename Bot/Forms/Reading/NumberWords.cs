using System.Collections.Frozen;

namespace AgaBot.Forms.Reading;

/// <summary>Number words in Spanish and English, folded.</summary>
internal static class NumberWords
{
    private static readonly FrozenDictionary<string, int> Cardinals = From(
        2,
        "dos two",
        "tres three",
        "cuatro four",
        "cinco five",
        "seis six",
        "siete seven",
        "ocho eight",
        "nueve nine",
        "diez ten",
        "once eleven",
        "doce twelve",
        "trece thirteen",
        "catorce fourteen",
        "quince fifteen",
        "dieciseis sixteen",
        "diecisiete seventeen",
        "dieciocho eighteen",
        "diecinueve nineteen",
        "veinte twenty"
    );

    private static readonly FrozenDictionary<string, int> Ordinals = From(
        1,
        "primera primero primer first",
        "segunda segundo second",
        "tercera tercero tercer third",
        "cuarta cuarto fourth",
        "quinta quinto fifth",
        "sexta sexto sixth",
        "septima septimo seventh",
        "octava octavo eighth",
        "novena noveno ninth",
        "decima decimo tenth"
    );

    /// <summary>"Dos" to "veinte"; null for any other word. "Uno" is excluded because it is also an article.</summary>
    public static int? Cardinal(string folded) => Cardinals.TryGetValue(folded, out int number) ? number : null;

    /// <summary>"Primera" to "décima"; null for any other word.</summary>
    public static int? Ordinal(string folded) => Ordinals.TryGetValue(folded, out int number) ? number : null;

    private static FrozenDictionary<string, int> From(int first, params string[] words) =>
        words
            .SelectMany((alike, index) => alike.Split(' ').Select(word => KeyValuePair.Create(word, first + index)))
            .ToFrozenDictionary(StringComparer.Ordinal);
}
