using AgaBot.Forms.Normalization;
using CsCheck;

namespace AgaBot.Tests.Forms.Normalization;

public sealed class FoldingTests
{
    [Theory]
    [InlineData("TRÁMITES  en   línea", "tramites en linea")]
    [InlineData("¿Año?", "ano")]
    public void Accents_case_and_punctuation_do_not_matter(string text, string words) => Assert.Equal(words, Folding.ToWords(text));

    /// <summary>An arrow needs Unicode normalisation, so both code paths run.</summary>
    [Fact]
    public void The_short_way_folds_as_the_long_one_does() =>
        Gen.OneOf(Gen.String[Gen.Char['\0', '\u024F'], 0, 40], Gen.String)
            .Sample(text =>
            {
                Assert.Equal(Folding.ToPlain(text + "→"), Folding.ToPlain(text) + "→");
                Assert.Equal(Folding.ToWords(text + " →").TrimEnd('→').TrimEnd(), Folding.ToWords(text));
            });

    [Fact]
    public void Nothing_that_can_be_sent_breaks_it() =>
        Assert.All(Enumerable.Range(0, char.MaxValue + 1), code => Assert.NotNull(Folding.ToWords($"{(char)code}")));
}
