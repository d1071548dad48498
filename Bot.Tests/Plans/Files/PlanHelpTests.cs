using System.Text;
using AgaBot.Plans;
using AgaBot.Plans.Files;
using AgaBot.Plans.Hosting;
using AgaBot.Tests.LaLibertad;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AgaBot.Tests.Plans.Files;

/// <summary>The help in a plan file.</summary>
public sealed class PlanHelpTests
{
    private const string Good = """
        {
          "id": "prueba", "name": "Plan de prueba", "place": "Trujillo", "responsible": "la Gerencia",
          "period": { "starts": "2016-01-01", "ends": "2017-12-31" },
          "contact": { "office": { "es": "la Gerencia", "en": "the office" }, "ways": [{ "es": "en Trujillo", "en": "in Trujillo" }],
            "telephone": "(044) 60-4000 anexo 12", "hours": { "es": "de 8:00 a 16:00", "en": "8:00 to 16:00" } },
          "next": { "ficha": { "es": "La Gerencia la revisa.", "en": "The office checks it." }, "withinDays": "30" },
          "components": [
            { "id": "seguras", "name": "Comunidades seguras", "aliases": [], "covers": "Vivir sin miedo.",
              "ficha": { "problema": { "es": "Robos", "en": "Robberies" } } }
          ],
          "organisationTypes": [{ "id": "regional", "name": "Gobierno Regional", "englishName": "Regional government", "aliases": [] }],
          "glossary": [
            { "terms": ["mesa"], "englishTerms": ["table"], "es": "Un grupo.", "en": "A group." },
            { "terms": ["aporte"], "englishTerms": ["contribution"], "es": "Una idea.", "en": "An idea." }
          ]
        }
        """;

    [Fact]
    public void A_file_without_fault_is_read_in_both_languages()
    {
        Plan plan = Read(Good);

        Assert.Equal(("la Gerencia", "in Trujillo"), (plan.Contact!.Office.In("es"), plan.Contact.Ways[0].In("en")));
        Assert.Equal(("The office checks it.", 30), (plan.Next!.Ficha.In("en"), plan.Next.WithinDays));
        Assert.Null(plan.Next.Aporte);
        Assert.Equal(("(044) 60-4000 anexo 12", "8:00 to 16:00"), (plan.Contact.Telephone, plan.Contact.Hours?.In("en")));
        Assert.Null(plan.Contact.Address);
        Assert.Equal("Robos", plan.Components[0].RealFicha["problema"].In("es"));
        Assert.Equal("An idea.", plan.Glossary.Find("Contribution")!.Meaning.In("en"));
    }

    [Theory]
    [InlineData("\"ways\"", "\"phone\"", 4, "has no property \"phone\"")]
    [InlineData("\"es\": \"la Gerencia\"", "\"es\": \"\"", 4, "\"es\" is empty")]
    [InlineData("(044) 60-4000 anexo 12", "llame nomás", 5, "\"llame nomás\" is no telephone number")]
    [InlineData("\"es\": \"de 8:00 a 16:00\"", "\"es\": \" \"", 5, "\"es\" is empty")]
    [InlineData("\"30\"", "\"400\"", 6, "is no number from 1 to 365")]
    [InlineData("\"30\"", "\"pronto\"", 6, "is no number from 1 to 365")]
    [InlineData("\"problema\"", "\"componente\"", 9, "has no property \"componente\"")]
    [InlineData(", \"en\": \"Robberies\"", "", 9, "needs the property \"en\"")]
    [InlineData("[\"aporte\"]", "[\"Mésa\"]", 14, "\"Mésa\" is explained twice")]
    [InlineData("[\"aporte\"]", "[]", 14, "\"terms\" is empty")]
    [InlineData("An idea.", "@", 14, "it may have 300")]
    public void A_fault_is_told_with_file_line_and_what_is_wrong(string good, string bad, int line, string fault)
    {
        string written = Good.Replace(good, bad.Replace("@", new string('a', 301), StringComparison.Ordinal), StringComparison.Ordinal);

        PlanFileException told = Assert.Throws<PlanFileException>(() => Read(written));

        Assert.Contains(fault, told.Fault, StringComparison.Ordinal);
        Assert.Equal(line, told.Line);
    }

    /// <summary>Examples are real: each is a literal part of a ficha of its component.</summary>
    [Fact]
    public void Every_example_of_La_Libertad_stands_in_a_real_ficha_of_its_component()
    {
        WorkshopProposal[] fichas = [.. Workshop.Load().Fichas];
        foreach (Component component in LaLibertad().Components)
        {
            string[] real = [.. fichas.Where(ficha => IsOf(ficha, component)).Select(InWords)];
            Assert.NotEmpty(real);
            Assert.Equal(7, component.RealFicha.Count);
            Assert.All(
                component.RealFicha.Values,
                example => Assert.Contains(real, ficha => ficha.Contains(Plain(example.In("es")), StringComparison.Ordinal))
            );
        }
    }

    [Theory]
    [InlineData("corresponsable")]
    [InlineData("responsable")]
    [InlineData("compromiso")]
    [InlineData("componente")]
    [InlineData("aporte")]
    [InlineData("problema público")]
    [InlineData("objetivo")]
    [InlineData("acción")]
    [InlineData("plan AGA")]
    [InlineData("gobierno abierto")]
    [InlineData("resumen ejecutivo")]
    [InlineData("mesa")]
    [InlineData("consulta")]
    [InlineData("verificable")]
    [InlineData("CORRESPONSABELS")]
    public void La_Libertad_explains_the_words_of_the_ficha(string term) => Assert.NotNull(LaLibertad().Glossary.Find(term));

    [Fact]
    public void La_Libertad_names_an_office_to_turn_to_and_what_comes_next()
    {
        Plan plan = LaLibertad();

        Assert.NotEmpty(plan.Contact!.Office.In("es"));
        Assert.All([plan.Contact.Address, plan.Contact.Hours], static text => Assert.NotNull(text));
        Assert.NotNull(plan.Contact.Telephone);
        Assert.NotEmpty(plan.Next!.Ficha.In("es"));
        Assert.NotEmpty(plan.Next.Aporte!.In("es"));
    }

    private static bool IsOf(WorkshopProposal ficha, Component component) =>
        component.Aliases.Append(component.Name).Contains(ficha.Componente, StringComparer.OrdinalIgnoreCase);

    private static string InWords(WorkshopProposal ficha) =>
        Plain(
            string.Join(
                '\n',
                [
                    ficha.Propuesta,
                    ficha.Problema,
                    ficha.Objetivo,
                    ficha.Responsable,
                    ficha.Corresponsables,
                    ficha.Cumplimiento,
                    .. ficha.Acciones.Select(row => string.Join("; ", row)),
                ]
            )
        );

    /// <summary>Without bullets, commas and line breaks, in which a list on paper differs from one in a sentence.</summary>
    private static string Plain(string text) =>
        string.Join(' ', text.Split([' ', '\n', '·', ',', ';'], StringSplitOptions.RemoveEmptyEntries));

    private static Plan Read(string json) => PlanFile.Read(Encoding.UTF8.GetBytes(json), "prueba.json");

    private static Plan LaLibertad() =>
        new ServiceCollection().AddPlan(new ConfigurationBuilder().Build()).BuildServiceProvider().GetRequiredService<Plan>();
}
