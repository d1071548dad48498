using System.Collections.Immutable;
using AgaBot.Dialogs.Drafting;
using AgaBot.Dialogs.Sheets;
using AgaBot.Forms;
using AgaBot.Forms.Walking;
using AgaBot.Plans;
using AgaBot.Plans.DocumentImport;
using AgaBot.Plans.Files;
using AgaBot.Plans.FormDefinitions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace AgaBot.Tests.Plans.Questions;

/// <summary>The paper form of a plan that asks more than the eight questions.</summary>
public sealed class PlanQuestionPaperTests
{
    private static readonly Plan Template = PlanFile.Read(
        File.ReadAllBytes(Path.Combine(Repository.Root, "Bot.Tests", "Plans", "Questions", "plantilla-aga.json")),
        "plantilla-aga.json"
    );

    private static readonly FichaDocuments Documents = Of(Template);

    private static readonly Form Form = FichaForm.Of(Template);

    [Fact]
    public void The_blank_form_has_them_below_the_eight()
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(Documents.Blank()), isEditable: false);

        string[] labels =
        [
            .. document
                .MainDocumentPart!.Document!.Body!.Elements<Table>()
                .Single()
                .Elements<TableRow>()
                .Select(row => row.Descendants<Paragraph>().First().InnerText),
        ];
        Assert.Equal(["Indicador", "Línea de base", "Presupuesto"], labels[^3..]);
        Assert.IsType<ImportResult.Blank>(ImportResult.Of(Documents.Blank(), PlanQuestionLabels.Of(Template)));
    }

    [Fact]
    public void What_was_sent_is_read_again_from_its_document() =>
        Assert.Equal(
            Sent().Answers,
            Filled(Assert.IsType<ImportResult.Read>(ImportResult.Of(Documents.Of(Sent()), PlanQuestionLabels.Of(Template))).Document)
        );

    [Fact]
    public void What_was_sent_is_read_again_from_its_lines() =>
        Assert.Equal(Sent().Answers, Filled(PlainTextReader.Read(Documents.InWords(Sent()), PlanQuestionLabels.Of(Template))!));

    [Fact]
    public void The_words_that_follow_an_empty_date_are_no_date()
    {
        ImportedFicha read = Assert.Single(
            Assert
                .IsType<ImportResult.Read>(
                    ImportResult.Of(Documents.Of(Sent(without: FichaForm.Cumplimiento)), PlanQuestionLabels.Of(Template))
                )
                .Document.Fichas
        );

        Assert.DoesNotContain(read.Answers, answer => answer.QuestionId == FichaForm.Cumplimiento);
        Assert.Contains(FichaForm.Cumplimiento, read.LeftOpen);
    }

    /// <summary>The form of 2016 does not contain the plan's questions, so the person is asked.</summary>
    [Fact]
    public void A_form_that_does_not_have_them_leaves_none_of_them_open()
    {
        byte[] old = Of(Template with { Questions = [] }).Of(Sent());

        ImportedFicha read = Assert.Single(
            Assert.IsType<ImportResult.Read>(ImportResult.Of(old, PlanQuestionLabels.Of(Template))).Document.Fichas
        );
        Assert.DoesNotContain("indicador", read.LeftOpen);
    }

    private static ImmutableSortedDictionary<string, Answer> Filled(ImportedDocument read) =>
        FormWalk
            .Prefill(Form, FormSession.Start("s", Form), Assert.Single(read.Fichas).Answers, [], new DateOnly(2016, 5, 11))
            .Session.Answers;

    private static Proposal Sent(string? without = null)
    {
        (string Id, string Words)[] said =
        [
            ("componente", "Transparencia"),
            ("propuesta", "Directiva de transparencia"),
            ("cumplimiento", "marzo 2017"),
            ("indicador", "Solicitudes atendidas a tiempo, por mes"),
            ("lineabase", "Ninguna"),
            ("presupuesto", "S/ 20 000"),
        ];
        IEnumerable<PrefillAnswer> written = said.Where(answer => answer.Id != without)
            .Select(answer => new PrefillAnswer(answer.Id, answer.Words, []));
        var id = new ProposalId("p");
        return new Proposal(
            id,
            ProposalKind.Ficha,
            ReceiptNumber.Draw(id, 0),
            new ParticipantId("p"),
            null,
            FormWalk.Prefill(Form, FormSession.Start("s", Form), [.. written], [], new DateOnly(2016, 5, 11)).Session.Answers,
            new DateTimeOffset(2016, 5, 11, 15, 0, 0, TimeSpan.Zero),
            ProposalState.Submitted
        );
    }

    private static FichaDocuments Of(Plan plan) => new(plan, new ProposalForms(plan));
}
