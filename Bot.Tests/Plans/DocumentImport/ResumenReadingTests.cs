using System.Globalization;
using System.Text;
using AgaBot.Plans;
using AgaBot.Plans.DocumentImport;
using AgaBot.Tests.LaLibertad;
using Xunit.Abstractions;

namespace AgaBot.Tests.Plans.DocumentImport;

/// <summary>A whole resumen as document and as text: seven fichas and three aportes, field by field.</summary>
public sealed class ResumenReadingTests(ITestOutputHelper output)
{
    private static readonly Workshop Workshop = Workshop.Load();

    private static readonly WorkshopProposal[] Proposals = [.. Workshop.Fichas, .. Workshop.Aportes];

    [Fact]
    public void Every_field_of_a_resumen_in_Word_is_read_word_for_word() => AssertWorkshop(Read(ResumenInWord.Of(Workshop)));

    /// <summary>The real document as converted to text.</summary>
    [Fact]
    public void Every_field_of_the_workshops_own_resumen_is_read_from_its_text_word_for_word() =>
        AssertWorkshop(Read(WorkshopText.Bytes()));

    [Fact]
    public void The_prose_of_a_resumen_is_listed_as_what_was_not_read()
    {
        ImportedDocument read = Read(ResumenInWord.Of(Workshop));

        Assert.Contains("3. Participantes", read.NotUnderstood);
        Assert.Contains("Municipios | 8 | 1", read.NotUnderstood);
        Assert.Contains("6. Conclusiones y recomendaciones", read.NotUnderstood);
        Assert.DoesNotContain(read.NotUnderstood, line => line.Contains("índices de inseguridad", StringComparison.Ordinal));
    }

    [Fact]
    public void A_form_of_which_nothing_was_filled_in_is_no_ficha_and_takes_nothing_of_its_neighbours()
    {
        WorkshopProposal empty = Workshop.Fichas[4] with { Propuesta = "" };

        ImportedDocument read = Read(
            TypedWord.Document([
                .. new[] { Workshop.Fichas[0], empty, Workshop.Fichas[1] }.SelectMany(ficha =>
                    new PaperForm(ficha) { Title = "" }.Elements()
                ),
            ])
        );

        Assert.Equal([FichaLines.Of(Workshop.Fichas[0]), FichaLines.Of(Workshop.Fichas[1])], read.Fichas.Select(FichaLines.Of));
    }

    [Fact]
    public void More_fichas_than_anybody_reviews_are_counted_and_not_read()
    {
        PaperForm[] forms = [.. Enumerable.Repeat(new PaperForm(Workshop.Fichas[0]), ImportResult.MostFichas + 1)];

        Assert.Equal(
            new ImportResult.TooMany(forms.Length),
            ImportResult.Of(TypedWord.Document([.. forms.SelectMany(form => form.Elements())]))
        );
    }

    private void AssertWorkshop(ImportedDocument read)
    {
        output.WriteLine(Result(read));
        Assert.Equal(
            Proposals.Select(one => one.Componente is null ? ProposalKind.Aporte : ProposalKind.Ficha),
            read.Fichas.Select(ficha => ficha.Kind)
        );
        Assert.Equal(Proposals.Select(FichaLines.Of), read.Fichas.Select(FichaLines.Of));
    }

    /// <summary>One line per field, with whether it equals the document.</summary>
    private static string Result(ImportedDocument read)
    {
        var result = new StringBuilder();
        for (int index = 0; index < read.Fichas.Length; index++)
        {
            string[] expected = index < Proposals.Length ? FichaLines.Of(Proposals[index]) : [];
            result.Append(CultureInfo.InvariantCulture, $"{read.Fichas[index].Kind} {index + 1}\n");
            foreach (string field in FichaLines.Of(read.Fichas[index]))
                result
                    .Append(expected.Contains(field) ? "  ok    " : "  WRONG ")
                    .Append(field.Replace("\n", " / ", StringComparison.Ordinal))
                    .Append('\n');
            foreach (string field in expected.Except(FichaLines.Of(read.Fichas[index])))
                result.Append("  MISSED ").Append(field.Replace("\n", " / ", StringComparison.Ordinal)).Append('\n');
        }
        return result.ToString();
    }

    private static ImportedDocument Read(byte[] file) => Assert.IsType<ImportResult.Read>(ImportResult.Of(file)).Document;
}
