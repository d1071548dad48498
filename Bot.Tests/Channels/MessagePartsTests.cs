using System.Collections.Immutable;
using AgaBot.Channels.Rendering;
using CsCheck;

namespace AgaBot.Tests.Channels;

/// <summary>Texts that are too long for one message are split.</summary>
public sealed class MessagePartsTests
{
    [Fact]
    public void What_fits_stays_as_it_is() => Assert.Equal(["Conteste sí o no."], MessageParts.Of("Conteste sí o no.", 70).AsEnumerable());

    [Fact]
    public void Options_stay_whole_and_each_part_has_its_number() =>
        Assert.Equal(
            [
                "¿Qué tipo de organización es?\n1. Gobierno Regional\n2. Municipios (1/2)",
                "3. Organizaciones de la Sociedad Civil\n4. Sector Académico (2/2)",
            ],
            MessageParts
                .Of(
                    "¿Qué tipo de organización es?\n1. Gobierno Regional\n2. Municipios\n3. Organizaciones de la Sociedad "
                        + "Civil\n4. Sector Académico",
                    80
                )
                .AsEnumerable()
        );

    [Fact]
    public void A_long_line_is_cut_between_sentences() =>
        Assert.Equal(
            ["Recibimos su ficha. Su número de constancia es el siguiente. (1/2)", "Guárdelo para preguntar después por ella. (2/2)"],
            MessageParts
                .Of("Recibimos su ficha. Su número de constancia es el siguiente. Guárdelo para preguntar después por ella.", 80)
                .AsEnumerable()
        );

    [Fact]
    public void No_part_is_too_long_and_no_word_is_lost() =>
        Gen.Select(Gen.String[Gen.Char["ab ñ.?\n1"], 0, 600], Gen.Int[70, 200])
            .Sample(
                (text, max) =>
                {
                    ImmutableArray<string> parts = MessageParts.Of(text, max);
                    string together = string.Concat(
                        parts.Select(part => parts.Length == 1 ? part : part[..part.LastIndexOf(" (", StringComparison.Ordinal)])
                    );
                    return (text.Length <= max || parts.All(part => part.Length <= max)) && Letters(together) == Letters(text);
                }
            );

    private static string Letters(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));
}
