using System.Collections.Immutable;
using System.Text;
using AgaBot.Forms;
using AgaBot.Forms.Walking;
using AgaBot.Plans.Entities;
using AgaBot.Plans.Files;
using AgaBot.Plans.FormDefinitions;
using AgaBot.Plans.Hosting;
using AgaBot.Tests.LaLibertad;

namespace AgaBot.Tests.Plans.Entities;

/// <summary>The entities of Peru as people write them.</summary>
public sealed class EntityDirectoryTests
{
    private static readonly EntityDirectory Peru = new(static () =>
        EntityFile.Read(File.ReadAllBytes(Path.Combine(Repository.Root, "plans", "entities", "pe.json")), "pe.json")
    );
    private static readonly Form Ficha = FichaForm.Of(SmallPlan.Plan with { Entities = Peru });

    [Theory]
    [InlineData("MININTER", "Ministerio del Interior")]
    [InlineData("mininter", "Ministerio del Interior")]
    [InlineData("Min. del Interior", "Ministerio del Interior")]
    [InlineData("Ministerio del Interor", "Ministerio del Interior")]
    [InlineData("Ministerio de Economía", "Ministerio de Economía y Finanzas")]
    [InlineData("MPFN", "Ministerio Público – Fiscalía de la Nación")]
    [InlineData("Munisipalidad Provincial de Pacasmallo", "Municipalidad Provincial de Pacasmayo")]
    public void An_abbreviation_or_a_misspelt_name_is_known_for_whom_it_means(string words, string name) =>
        Assert.Equal(name, Peru.Meant(words)?.Name);

    [Theory]
    [InlineData("Ministerio del Interior")]
    [InlineData("ministerio de interior")]
    [InlineData("PNP")]
    [InlineData("RENIEC")]
    [InlineData("UGEL")]
    [InlineData("UGEL 07")]
    [InlineData("Gobierno Regional La Libertad")]
    [InlineData("Gobierno Regional de La Libertad")]
    [InlineData("Gobierno Regional")]
    [InlineData("Municipalidad Distrital de Santa")]
    [InlineData("Sociedad Civil")]
    [InlineData("Vivienda")]
    [InlineData("y")]
    [InlineData("")]
    public void What_is_right_or_not_known_is_left_alone(string words) => Assert.Null(Peru.Meant(words));

    [Theory]
    [InlineData("Ministerio de Economía y Finanzas", new[] { "Ministerio de Economía y Finanzas" })]
    [InlineData("MINEDU y Ministerio de Economía y Finanzas", new[] { "MINEDU", "Ministerio de Economía y Finanzas" })]
    [InlineData("Ministerio de Economía y Finanzas y MINEDU", new[] { "Ministerio de Economía y Finanzas", "MINEDU" })]
    [InlineData("PNP, RENIEC y UGEL Trujillo", new[] { "PNP", "RENIEC", "UGEL Trujillo" })]
    [InlineData(
        "Ministerio de Vivienda, Construcción y Saneamiento, PNP",
        new[] { "Ministerio de Vivienda, Construcción y Saneamiento", "PNP" }
    )]
    [InlineData(
        "Municipalidad Provincial de Trujillo y Municipalidad Distrital de Moche",
        new[] { "Municipalidad Provincial de Trujillo", "Municipalidad Distrital de Moche" }
    )]
    [InlineData("Municipalidad Provincial de Sánchez Carrión e INDECI", new[] { "Municipalidad Provincial de Sánchez Carrión", "INDECI" })]
    [InlineData("POLICÍA NACIONAL DEL PERÚ Y RENIEC", new[] { "POLICÍA NACIONAL DEL PERÚ", "RENIEC" })]
    [InlineData("1. PNP\n2. RENIEC", new[] { "PNP", "RENIEC" })]
    [InlineData("Gobiernos Regionales y Gobiernos Locales", new[] { "Gobiernos Regionales y Gobiernos Locales" })]
    [InlineData("PCM, SERVIR, y CEPLAN", new[] { "PCM", "SERVIR", "CEPLAN" })]
    [InlineData("PCM, SERVIR, y unidades ejecutoras", new[] { "PCM", "SERVIR", "y unidades ejecutoras" })]
    [InlineData("Juntas vecinales y PNP", new[] { "Juntas vecinales y PNP" })]
    public void Entities_are_parted_where_both_are_known_and_nowhere_else(string words, string[] items)
    {
        Answer.List list = Said(words);
        Assert.Equal(items, list.Items.AsEnumerable());
        Assert.Equal(words, list.Words);
    }

    [Fact]
    public void Those_of_the_real_document_come_out_as_they_stand_there()
    {
        WorkshopProposal[] proposals = [.. Workshop.Load().Fichas, .. Workshop.Load().Aportes];
        string[] answers =
        [
            .. proposals
                .SelectMany(proposal => (string[])[proposal.Responsable, proposal.Corresponsables])
                .Where(words => words.Length > 0),
        ];

        Assert.NotEmpty(answers);
        Assert.All(answers, words => Assert.Equal(words, Said(words).Words));
        Assert.All(answers, words => Assert.Equal(Without(words).AsEnumerable(), Said(words).Items.AsEnumerable()));
        Assert.Equal(["MININTER", "MINEDU"], answers.SelectMany(words => Said(words).Items).Where(item => Peru.Meant(item) is not null));
    }

    [Theory]
    [InlineData("""{"joining":[],"kinds":[],"entities":[]}""", 1, "is empty")]
    [InlineData("""{"joining":[],"kinds":[],"entities":[{"name":"A"},\n{"name":"B","abbreviations":["a"]}]}""", 2, "means both A and B")]
    [InlineData("""{"joining":["de"],"kinds":[],"entities":[{"name":"A de B","abbreviations":["a b"]}]}""", 1, "has \"a b\" twice")]
    [InlineData("""{"joining":[],"kinds":[],"entities":[{"name":"A","alias":["B"]}]}""", 1, "no property")]
    public void A_wrong_file_is_told_by_its_line(string json, int line, string fault)
    {
        var thrown = Assert.Throws<PlanFileException>(() =>
            EntityFile.Read(Encoding.UTF8.GetBytes(json.Replace("\\n", "\n", StringComparison.Ordinal)), "pe.json")
        );
        Assert.Equal(line, thrown.Line);
        Assert.Contains(fault, thrown.Fault, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_file_stops_the_bot_once_it_is_read()
    {
        using var reading = new EntityPreload(
            SmallPlan.Plan with
            {
                Entities = new EntityDirectory(static () => EntityFile.Read("{}"u8, "xx.json")),
            }
        );
        await reading.StartAsync(CancellationToken.None);
        await Assert.ThrowsAsync<PlanFileException>(() => reading.ExecuteTask!);
    }

    /// <summary>The same list without known entities.</summary>
    private static ImmutableArray<string> Without(string words) => Said(words, FichaForm.Of(SmallPlan.Plan)).Items;

    private static Answer.List Said(string words, Form? form = null)
    {
        Form ficha = form ?? Ficha;
        FormSession session = FormWalk.Advance(ficha, FormSession.Start("s", ficha), new FormInput.Edit(5), default).Session;
        return FormWalk.Advance(ficha, session, new FormInput.Say(words), default).Session.Answer<Answer.List>(FichaForm.Responsable)!;
    }
}
