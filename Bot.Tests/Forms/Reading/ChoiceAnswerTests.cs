using AgaBot.Forms;

namespace AgaBot.Tests.Forms.Reading;

public sealed class ChoiceAnswerTests
{
    [Theory]
    [InlineData("1", "transparencia")]
    [InlineData(" 5. ", "participacion")]
    [InlineData("opción 2", "servicios")]
    [InlineData("2 Mejora de los servicios públicos", "servicios")]
    [InlineData("servicios", "servicios")]
    [InlineData("Mejora de los Servicios Públicos", "servicios")]
    [InlineData("Mejora de los servicios", "servicios")]
    [InlineData("MEJORA DE LOS SERVICIOS PUBLICOS", "servicios")]
    [InlineData("mejora servicios", "servicios")]
    [InlineData("Transparencia y acceso a la información", "transparencia")]
    [InlineData("Transparencia y Acceso a la Información Pública", "transparencia")]
    [InlineData("acceso a la informacion", "transparencia")]
    [InlineData("Comunidades Seguras", "comunidades")]
    [InlineData("seguridad ciudadana", "comunidades")]
    [InlineData("Integridad Pública", "integridad")]
    [InlineData("etica", "integridad")]
    [InlineData("Participación Ciudadana", "participacion")]
    [InlineData("parti", "participacion")]
    [InlineData("p", "participacion")]
    [InlineData("transparensia", "transparencia")]
    [InlineData("Trasparencia y aceso", "transparencia")]
    [InlineData("partisipasion ciudadana", "participacion")]
    [InlineData("mejora de servisios", "servicios")]
    [InlineData("la 2", "servicios")]
    [InlineData("es la tercera", "integridad")]
    [InlineData("uno", "transparencia")]
    [InlineData("Creo que integridad", "integridad")]
    [InlineData("I think it is the second", "servicios")]
    public void A_component_is_found_as_people_name_it(string words, string optionId)
    {
        Walk walk = new Walk(SampleForms.Ficha).Says(words);
        Assert.Equal(optionId, walk.Answer<Answer.Choice>("componente").OptionId);
    }

    [Theory]
    [InlineData("6")]
    [InlineData("0")]
    [InlineData("salud")]
    [InlineData("la")]
    [InlineData("no integridad")]
    [InlineData("Mejora de los servicios de salud")]
    [InlineData("🤷")]
    [InlineData("...")]
    [InlineData("x-1")]
    [InlineData("¿es integridad pública?")]
    [InlineData("la novena")]
    [InlineData("creo que")]
    public void What_is_no_option_is_never_taken_for_one(string words)
    {
        Walk walk = new Walk(SampleForms.Ficha).Says(words);
        Assert.Equal(new Problem.NoSuchOption(words), walk.RefusedFor("componente"));
    }

    [Theory]
    [InlineData("pública", new[] { "transparencia", "integridad" })]
    [InlineData("públic", new[] { "transparencia", "servicios", "integridad" })]
    [InlineData("públicas", new[] { "transparencia", "servicios", "integridad" })]
    [InlineData("ciudadana", new[] { "comunidades", "participacion" })]
    public void Where_several_fit_none_is_chosen(string words, string[] options)
    {
        Walk walk = new Walk(SampleForms.Ficha).Says(words);
        Assert.Equal(options, Assert.IsType<Problem.Ambiguous>(walk.RefusedFor("componente")).OptionIds.AsEnumerable());
        Assert.True(walk.Session.IsEmpty);
    }

    [Fact]
    public void A_number_that_is_also_another_option_s_name_is_asked_about()
    {
        var tables = new Question.Choice("mesas", true, [new Option("a", "2", []), new Option("b", "3", []), new Option("c", "1 año", [])]);
        Assert.IsType<Problem.Ambiguous>(new Walk(SampleForms.Of(tables)).Says("2").RefusedFor("mesas"));
        Assert.IsType<Problem.Ambiguous>(new Walk(SampleForms.Of(tables)).Says("1").RefusedFor("mesas"));
        Assert.Equal("b", new Walk(SampleForms.Of(tables)).Says("opción 2").Answer<Answer.Choice>("mesas").OptionId);
        Assert.Equal("c", new Walk(SampleForms.Of(tables)).Says("1 ano").Answer<Answer.Choice>("mesas").OptionId);
    }

    [Fact]
    public void An_option_may_be_an_emoji()
    {
        var thumbs = new Question.Choice("voto", true, [new Option("si", "👍", []), new Option("no", "👎", [])]);
        Assert.Equal("no", new Walk(SampleForms.Of(thumbs)).Says("👎").Answer<Answer.Choice>("voto").OptionId);
    }

    [Fact]
    public void Names_are_matched_before_parts_of_names()
    {
        var nested = new Question.Choice(
            "nivel",
            true,
            [new Option("a", "Gobierno Regional y Local", []), new Option("b", "Gobierno Regional", [])]
        );
        Assert.Equal("b", new Walk(SampleForms.Of(nested)).Says("gobierno regional").Answer<Answer.Choice>("nivel").OptionId);
        Assert.Equal("a", new Walk(SampleForms.Of(nested)).Says("local").Answer<Answer.Choice>("nivel").OptionId);
    }

    [Fact]
    public void A_page_of_text_is_no_option()
    {
        Walk walk = new Walk(SampleForms.Ficha).Says(new string('a', 100_000));
        Assert.IsType<Problem.TooLong>(walk.RefusedFor("componente"));
    }
}
