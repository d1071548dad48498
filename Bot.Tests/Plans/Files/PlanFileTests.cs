using System.Text;
using AgaBot.Forms;
using AgaBot.Forms.Walking;
using AgaBot.Plans;
using AgaBot.Plans.Files;
using AgaBot.Plans.FormDefinitions;
using AgaBot.Plans.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AgaBot.Tests.Plans.Files;

public sealed class PlanFileTests
{
    private const string Good = """
        {
          "id": "prueba",
          "name": "Plan de prueba",
          "place": "Trujillo",
          "responsible": "la Gerencia",
          "period": { "starts": "2016-01-01", "ends": "2017-12-31" },
          "components": [
            { "id": "seguras", "name": "Comunidades seguras", "aliases": ["seguridad"], "covers": "Vivir sin miedo." },
            { "id": "servicios", "name": "Servicios", "aliases": [], "covers": "Atender mejor.", "example": "Una plataforma web" }
          ],
          "organisationTypes": [
            { "id": "regional", "name": "Gobierno Regional", "englishName": "Regional government", "aliases": [] }
          ]
        }
        """;

    [Fact]
    public void A_file_without_fault_is_a_plan()
    {
        Plan plan = Read(Good);

        Assert.Equal(
            ("prueba", "Plan de prueba", "Trujillo", "la Gerencia", new DateOnly(2016, 1, 1), new DateOnly(2017, 12, 31)),
            (plan.Id, plan.Name, plan.Place, plan.Responsible, plan.Starts, plan.Ends)
        );
        Assert.Equal(["seguras", "servicios"], plan.Components.Select(component => component.Id));
        Assert.Equal(["seguridad"], plan.Components[0].Aliases.AsEnumerable());
        Assert.Equal("Regional government", plan.OrganisationTypes[0].EnglishName);
    }

    [Fact]
    public void A_byte_order_mark_is_no_fault() =>
        Assert.Equal("prueba", PlanFile.Read([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Good)], "prueba.json").Id);

    [Theory]
    [InlineData("\"place\": \"Trujillo\",", "\"place\": \"Trujillo\"", 5, "this is not JSON")]
    [InlineData("\"name\": \"Plan de prueba\",", "", 1, "needs the property \"name\"")]
    [InlineData("\"Plan de prueba\"", "2016", 3, "\"name\" has to be a text")]
    [InlineData("\"Plan de prueba\"", "\"  \"", 3, "\"name\" is empty")]
    [InlineData("\"place\"", "\"city\"", 4, "has no property \"city\"")]
    [InlineData("\"place\"", "\"name\"", 4, "\"name\" is here twice")]
    [InlineData("\"id\": \"prueba\"", "\"id\": \"otro\"", 2, "belongs into a file of that name")]
    [InlineData("\"2017-12-31\"", "\"2015-12-31\"", 6, "ends before it starts")]
    [InlineData("\"2017-12-31\"", "\"31/12/2017\"", 6, "is no day")]
    [InlineData("{ \"starts\": \"2016-01-01\", \"ends\": \"2017-12-31\" }", "[]", 6, "a period has to be an object")]
    [InlineData("\"id\": \"servicios\"", "\"id\": \"seguras\"", 9, "the id \"seguras\" is here twice")]
    [InlineData("\"id\": \"servicios\"", "\"id\": \"Mejora de servicios\"", 9, "cannot be an id")]
    [InlineData("\"aliases\": [], \"covers\"", "\"aliases\": [\"SEGURIDAD\"], \"covers\"", 9, "means both seguras and servicios")]
    [InlineData("\"aliases\": [], \"covers\"", "\"aliases\": \"servicio\", \"covers\"", 9, "\"aliases\" has to be a list")]
    [InlineData("\"aliases\": [], \"covers\"", "\"aliases\": [null], \"covers\"", 9, "\"aliases\" has to be a text")]
    [InlineData("\"englishName\": \"Regional government\", ", "", 12, "needs the property \"englishName\"")]
    public void A_fault_is_told_with_file_line_and_what_is_wrong(string good, string bad, int line, string fault)
    {
        PlanFileException told = Assert.Throws<PlanFileException>(() => Read(Good.Replace(good, bad, StringComparison.Ordinal)));

        Assert.Contains(fault, told.Fault, StringComparison.Ordinal);
        Assert.StartsWith($"prueba.json({line}): ", told.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_plan_without_components_is_told()
    {
        int from = Good.IndexOf("[\n    { \"id\": \"seguras\"", StringComparison.Ordinal);
        int to = Good.IndexOf("],\n  \"organisationTypes\"", StringComparison.Ordinal);

        PlanFileException told = Assert.Throws<PlanFileException>(() => Read(Good[..from] + "[" + Good[to..]));

        Assert.Equal((7, "\"components\" is empty; a plan needs at least one."), (told.Line, told.Fault));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{")]
    [InlineData("{}{}")]
    public void What_is_no_object_is_no_plan(string json) => Assert.Throws<PlanFileException>(() => Read(json));

    [Fact]
    public void Half_a_character_is_told() =>
        Assert.Throws<PlanFileException>(() => Read(Good.Replace("Trujillo", @"\ud83d", StringComparison.Ordinal)));

    [Fact]
    public void The_bot_starts_with_the_plan_of_La_Libertad()
    {
        Plan plan = Start([]);

        Assert.Equal(
            [
                "Comunidades seguras",
                "Integridad pública",
                "Mejora de los servicios",
                "Transparencia y acceso a la información pública",
                "Participación ciudadana",
            ],
            plan.Components.Select(component => component.Name)
        );
        Assert.Equal(
            [
                "Gobierno Regional",
                "Municipios",
                "Organizaciones de la Sociedad Civil",
                "Sector Académico",
                "Gremios empresariales",
                "Cooperación",
                "Otros",
            ],
            plan.OrganisationTypes.Select(type => type.Name)
        );
    }

    [Fact]
    public void A_plan_that_is_not_there_stops_the_start_with_those_that_are()
    {
        FileNotFoundException told = Assert.Throws<FileNotFoundException>(() => Start(new() { ["Plan:Id"] = "../secreto" }));

        Assert.Contains("la-libertad-2016", told.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Mejora de los servicios", "mejora-servicios")]
    [InlineData("Mejora de los servicios públicos", "mejora-servicios")]
    [InlineData("Mejora de los Servicios Públicos", "mejora-servicios")]
    [InlineData("Transparencia y acceso a la información", "transparencia")]
    [InlineData("Transparencia y Acceso a la Información Pública", "transparencia")]
    [InlineData("Participación Ciudadana", "participacion-ciudadana")]
    [InlineData("Comunidades Seguras", "comunidades-seguras")]
    [InlineData("integridad", "integridad-publica")]
    [InlineData("servicios", "mejora-servicios")]
    public void Every_way_in_which_the_workshop_writes_a_component_finds_it(string words, string id)
    {
        Form form = FichaForm.Of(Start([]));

        FormStep step = FormWalk.Advance(form, FormSession.Start("s", form), new FormInput.Say(words), new DateOnly(2016, 5, 11));

        Assert.Equal(id, FichaForm.ComponentOf(step.Session));
    }

    private static Plan Read(string json) => PlanFile.Read(Encoding.UTF8.GetBytes(json), "prueba.json");

    private static Plan Start(Dictionary<string, string?> settings)
    {
        IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        return new ServiceCollection().AddPlan(configuration).BuildServiceProvider().GetRequiredService<Plan>();
    }
}
