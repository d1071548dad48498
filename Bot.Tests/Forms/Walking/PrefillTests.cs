using AgaBot.Forms;

namespace AgaBot.Tests.Forms.Walking;

/// <summary>Texts and lists: what a person wrote is stored unchanged.</summary>
public sealed class PrefillTests
{
    private static readonly Form Text = SampleForms.Of(new Question.Text("texto", true, true));
    private static readonly Form List = SampleForms.Of(new Question.List("lista", true, 5, 40));

    [Theory]
    [InlineData("· Sobrecarga de funciones \n· Limitada infraestructura")]
    [InlineData("Niños, señoras: «¿cuándo?» — 100 % 👩🏽‍🌾")]
    [InlineData("\u200fمرحبا\u200e")]
    [InlineData("a\tb  c")]
    public void A_text_is_kept_as_written(string words) => Assert.Equal(words, Written(words));

    [Theory]
    [InlineData("uno\r\ndos\rtres", "uno\ndos\ntres")]
    [InlineData("celda\vpegada de Word", "celda\npegada de Word")]
    [InlineData("  con espacios \n", "con espacios")]
    [InlineData("a\0b\u0007c\u007f", "abc")]
    [InlineData("\n\n\nfin", "fin")]
    public void Only_what_nobody_can_see_is_removed(string words, string kept) => Assert.Equal(kept, Written(words));

    [Fact]
    public void Half_a_character_becomes_the_mark_for_it() => Assert.Equal("a\ufffdb", Written("a\ud83db"));

    [Fact]
    public void Direction_marks_alone_are_no_answer()
    {
        Walk walk = new Walk(Text).Says("\u200f \u200e\u200b");
        Assert.IsType<Problem.Required>(walk.RefusedFor("texto"));
    }

    [Fact]
    public void A_text_of_one_line_is_put_on_one()
    {
        Walk walk = new Walk(SampleForms.Of(new Question.Text("nombre", true, false))).Says("Participante\n  07");
        Assert.Equal("Participante 07", walk.Answer<Answer.Text>("nombre").Value);
    }

    [Fact]
    public void A_text_too_long_is_refused_with_its_length()
    {
        Walk walk = new Walk(Text).Says(new string('x', 4_001));
        Assert.Equal(new Problem.TooLong(4_001, 4_000), walk.RefusedFor("texto"));
        Assert.Equal(4_000, new Walk(Text).Says(new string('x', 4_000)).Answer<Answer.Text>("texto").Value.Length);
    }

    [Theory]
    [InlineData("Gobierno Regional y\nGobiernos Locales", new[] { "Gobierno Regional y", "Gobiernos Locales" })]
    [InlineData(
        "GGR, GRA, GRPP, GR Planificación, y unidades ejecutoras",
        new[] { "GGR", "GRA", "GRPP", "GR Planificación", "y unidades ejecutoras" }
    )]
    [InlineData("Gobierno Regional y Gobiernos Locales", new[] { "Gobierno Regional y Gobiernos Locales" })]
    [InlineData("· Gobiernos Locales\n· Mesas (estado, sociedad civil)", new[] { "Gobiernos Locales", "Mesas (estado, sociedad civil)" })]
    [InlineData("· Gobierno Regional \n·", new[] { "Gobierno Regional" })]
    [InlineData("MININTER; PNP,, MINEDU", new[] { "MININTER", "PNP", "MINEDU" })]
    [InlineData("- PNP\n* RENIEC\n• COFOPRI", new[] { "PNP", "RENIEC", "COFOPRI" })]
    [InlineData("Mesa (sin cerrar, nada", new[] { "Mesa (sin cerrar, nada" })]
    [InlineData("a) PNP, UGEL", new[] { "a) PNP", "UGEL" })]
    public void A_list_is_split_and_its_words_are_kept(string words, string[] items)
    {
        var list = new Walk(List).Says(words).Answer<Answer.List>("lista");
        Assert.Equal(items, list.Items.AsEnumerable());
        Assert.Equal(words, list.Words);
    }

    [Fact]
    public void A_list_of_bullets_alone_is_no_answer() =>
        Assert.IsType<Problem.Required>(new Walk(List).Says("·\n , ").RefusedFor("lista"));

    [Fact]
    public void A_list_has_its_limits()
    {
        Assert.Equal(new Problem.TooMany(6, 5), new Walk(List).Says("a,b,c,d,e,f").RefusedFor("lista"));
        Assert.Equal(new Problem.TooLong(41, 40), new Walk(List).Says($"a, {new string('b', 41)}").RefusedFor("lista"));
        Assert.Equal(new Problem.TooLong(302, 200), new Walk(List).Says($"a{new string('\n', 300)}b").RefusedFor("lista"));
    }

    private static string Written(string words) => new Walk(Text).Says(words).Answer<Answer.Text>("texto").Value;
}
