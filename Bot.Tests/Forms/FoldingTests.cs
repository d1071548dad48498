using AgaBot.Forms;

namespace AgaBot.Tests.Forms;

public sealed class FoldingTests
{
    [Theory]
    [InlineData("TRÁMITES  en   línea", "tramites en linea")]
    [InlineData("¿Año?", "ano")]
    public void Accents_case_and_punctuation_do_not_matter(string text, string words) => Assert.Equal(words, Folding.ToWords(text));

    [Fact]
    public void Nothing_that_can_be_sent_breaks_it() =>
        Assert.All(Enumerable.Range(0, char.MaxValue + 1), code => Assert.NotNull(Folding.ToWords($"{(char)code}")));
}
