using AgaBot.Dialogs.TakingDown;
using AgaBot.Tests.Bench;

namespace AgaBot.Tests.Dialogs.TakingDown;

public sealed class SentenceDetailsTests
{
    [Theory]
    [InlineData(
        "Más seguridad ciudadana en Huanchaco antes de julio de 2017",
        "comunidades-seguras",
        "antes de julio de 2017",
        "Huanchaco"
    )]
    [InlineData("Publicar los contratos en la web a más tardar en diciembre de 2016.", null, "a más tardar en diciembre de 2016", null)]
    [InlineData("Un sistema de alerta para fines de 2016, en Virú", null, "para fines de 2016", "Virú")]
    [InlineData("Train officials in public integrity by December 2017", "integridad-publica", "by December 2017", null)]
    public void What_is_clear_is_read(string text, string? component, string? date, string? place)
    {
        SentenceDetails details = SentenceDetails.Read(SentencesTests.Plan(), text, new DateOnly(2016, 5, 11));

        Assert.Equal((component, date, place), (details.Component?.Id, details.Date, details.Place));
    }

    [Theory]
    [InlineData("Integridad pública y participación ciudadana en Moche y en Virú")]
    [InlineData("El presupuesto del año 2016 no alcanza desde marzo de 2015")]
    [InlineData("No hay obras hasta hoy ni antes de 2014")]
    [InlineData("Antes de julio de 2016 en la sierra, y para fines de 2017 en la costa")]
    [InlineData("Hay que dar tiempo para 6 meses de obras para todos")]
    public void What_is_double_or_over_is_left(string text)
    {
        SentenceDetails details = SentenceDetails.Read(SentencesTests.Plan(), text, new DateOnly(2016, 5, 11));

        Assert.Equal(new SentenceDetails(null, null, null), details);
    }
}
