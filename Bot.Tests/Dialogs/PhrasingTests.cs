using AgaBot.Dialogs.Phrasing;
using AgaBot.Forms.Dates;

namespace AgaBot.Tests.Dialogs;

public sealed class PhrasingTests
{
    [Theory]
    [InlineData("*negrita* y _cursiva_", @"\*negrita\* y \_cursiva\_")]
    [InlineData("[aquí](http://x.pe)", "\\[aquí\\](http:/\u200b/x.\u200bpe)")]
    [InlineData("- uno", @"\- uno")]
    [InlineData("1. uno", @"1\. uno")]
    [InlineData("COVID-19 el 1.5", "COVID-19 el 1.5")]
    [InlineData("<b> & \\", @"\<b\> \& \\")]
    [InlineData("una\ndos", "una  \ndos")]
    public void What_people_type_shows_on_a_card_as_typed(string typed, string markdown) =>
        Assert.Equal(markdown, PlainInCards.Escape(typed));

    [Theory]
    [InlineData("julio 2017", "entre el 1 y el 31 de julio de 2017")]
    [InlineData("I trimestre 2017", "entre el 1 de enero y el 31 de marzo de 2017")]
    [InlineData("15/06/2017", "el 15 de junio de 2017")]
    [InlineData("6 meses", "6 meses desde el inicio")]
    [InlineData("1 mes", "1 mes desde el inicio")]
    [InlineData("45 días", "45 días desde el inicio")]
    [InlineData("mes y medio", "1 mes y 15 días desde el inicio")]
    [InlineData("antes de fiestas patrias", "a más tardar el 27 de julio de 2016")]
    [InlineData("a partir de marzo", "a partir del 1 de marzo de 2017")]
    [InlineData("cuando se pueda", null)]
    public void A_plan_date_is_said_as_it_was_understood(string words, string? meaning) =>
        Assert.Equal(meaning, DatePhrases.Meaning(Words.Spanish, PlanDateParser.Parse(words, new DateOnly(2016, 5, 11))));

    [Fact]
    public void An_excerpt_never_cuts_a_character_in_two() => Assert.Equal("aa…", Excerpt.Shorten("aa👩‍👩‍👧‍👦bb", 6));

    [Fact]
    public void A_text_that_is_not_there_is_our_mistake() =>
        Assert.Throws<System.Resources.MissingManifestResourceException>(() => Words.English["no.such.text"]);
}
