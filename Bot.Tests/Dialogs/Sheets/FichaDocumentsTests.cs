using System.Collections.Immutable;
using AgaBot.Dialogs.Drafting;
using AgaBot.Dialogs.Sheets;
using AgaBot.Forms;
using AgaBot.Forms.Walking;
using AgaBot.Plans;
using AgaBot.Plans.DocumentImport;
using AgaBot.Plans.Files;
using AgaBot.Plans.FormDefinitions;
using AgaBot.Tests.LaLibertad;
using AgaBot.Tests.Plans.DocumentImport;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;

namespace AgaBot.Tests.Dialogs.Sheets;

/// <summary>The paper form in Word: reading a form that was filled in gives back the same answers.</summary>
public sealed class FichaDocumentsTests
{
    private static readonly Workshop Workshop = Workshop.Load();

    private static readonly Plan Plan = PlanFile.Read(
        File.ReadAllBytes(Path.Combine(Repository.Root, "plans", "la-libertad-2016.json")),
        "la-libertad-2016.json"
    );

    private static readonly FichaDocuments Documents = new(Plan, new ProposalForms(Plan));

    public static TheoryData<int> All => [.. Enumerable.Range(0, Workshop.Fichas.Length + Workshop.Aportes.Length)];

    [Fact]
    public void The_blank_form_is_a_document_that_Word_takes_with_the_forms_own_labels()
    {
        using WordprocessingDocument document = Opened(Documents.Blank());

        string[] labels = [.. Form(document).Elements<TableRow>().Skip(1).Select(row => row.Descendants<Paragraph>().First().InnerText)];
        Assert.Equal(
            [
                "Componente",
                "Propuesta de compromiso",
                "Problema público identificado por la entidad",
                "Objetivo",
                "Responsable",
                "Corresponsables",
                "Acciones",
                "Fecha aproximada de cumplimiento del compromiso",
            ],
            labels
        );
        Assert.Equal(
            ["Acciones", "Inicio", "Fin"],
            Actions(document).Elements<TableRow>().First().Elements<TableCell>().Select(cell => cell.InnerText)
        );
    }

    [Fact]
    public void The_blank_form_holds_no_answer() => Assert.IsType<ImportResult.Blank>(ImportResult.Of(Documents.Blank()));

    [Theory]
    [MemberData(nameof(All))]
    public void The_blank_form_filled_in_is_read_word_for_word(int index)
    {
        WorkshopProposal proposal = Proposal(index) with
        {
            Componente = Proposal(index).Componente ?? "Comunidades seguras",
            Cumplimiento = Proposal(index).Cumplimiento ?? "2017",
        };

        ImportedDocument read = Read(Filled(proposal));

        Assert.Equal(FichaLines.Of(proposal), FichaLines.Of(Assert.Single(read.Fichas)));
        Assert.Empty(read.NotUnderstood);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Ones_own_ficha_is_a_document_that_Word_takes_and_is_read_again_as_it_was_sent(int index)
    {
        byte[] file = Documents.Of(Submitted(index));

        using (WordprocessingDocument document = Opened(file))
            Assert.Contains(
                Submitted(index).Receipt.ToString(),
                document.MainDocumentPart!.HeaderParts.Single().Header!.InnerText,
                StringComparison.Ordinal
            );
        AssertSame(index, Read(file));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Ones_own_ficha_in_lines_is_read_again_as_it_was_sent(int index) =>
        AssertSame(index, PlainTextReader.Read(Documents.InWords(Submitted(index)))!);

    [Fact]
    public void A_groups_ficha_says_which_group_spoke()
    {
        Proposal groups = Submitted(0) with { Mesa = new MesaRef(new MesaId("m1"), 3, 12) };

        using WordprocessingDocument document = Opened(Documents.Of(groups));

        Assert.EndsWith(
            "· Mesa 3: 12 personas",
            document.MainDocumentPart!.HeaderParts.Single().Header!.InnerText,
            StringComparison.Ordinal
        );
        Assert.Contains("· Mesa 3: 12 personas\n", Documents.InWords(groups), StringComparison.Ordinal);
    }

    [Fact]
    public void The_blank_form_in_lines_completed_is_read()
    {
        string[] lines = Documents.BlankInWords().Split('\n');
        lines[1] += " Integridad pública";
        lines[2] += " Publicar las visitas";
        lines[7] += "\nPublicarlas; jun 2016; jul 2016";

        Assert.Equal(
            ["componente = Integridad pública", "propuesta = Publicar las visitas", "acciones = Publicarlas | jun 2016 | jul 2016"],
            FichaLines.Of(Assert.Single(PlainTextReader.Read(string.Join('\n', lines))!.Fichas))
        );
    }

    private static void AssertSame(int index, ImportedDocument read)
    {
        ImportedFicha ficha = Assert.Single(read.Fichas);
        Assert.Equal(Submitted(index).Kind, ficha.Kind);
        Form form = index < Workshop.Fichas.Length ? FichaForm.Of(Plan) : AporteForm.Of(Plan);
        PrefillResult filled = FormWalk.Prefill(form, FormSession.Start("s", form), ficha.Answers, [], Workshop.Date);
        Assert.Equal(Submitted(index).Answers, filled.Session.Answers);
    }

    private static WorkshopProposal Proposal(int index) =>
        index < Workshop.Fichas.Length ? Workshop.Fichas[index] : Workshop.Aportes[index - Workshop.Fichas.Length];

    private static Proposal Submitted(int index)
    {
        WorkshopProposal written = Proposal(index);
        ProposalKind kind = written.Componente is null ? ProposalKind.Aporte : ProposalKind.Ficha;
        Form form = kind == ProposalKind.Ficha ? FichaForm.Of(Plan) : AporteForm.Of(Plan);
        ImportedFicha paper = Assert.Single(Read(new PaperForm(written).ToWord()).Fichas);
        ImmutableSortedDictionary<string, Answer> answers = FormWalk
            .Prefill(form, FormSession.Start("s", form), paper.Answers, [], Workshop.Date)
            .Session.Answers;
        var id = new ProposalId($"p{index}");
        return new Proposal(
            id,
            kind,
            ReceiptNumber.Draw(id, 0),
            new ParticipantId("p"),
            null,
            answers,
            new DateTimeOffset(2016, 5, 11, 15, 0, 0, TimeSpan.Zero),
            ProposalState.Submitted
        );
    }

    /// <summary>Types into the right column.</summary>
    private static byte[] Filled(WorkshopProposal proposal)
    {
        using var file = new MemoryStream();
        file.Write(Documents.Blank());
        using (var document = WordprocessingDocument.Open(file, isEditable: true))
        {
            string[] answers =
            [
                proposal.Componente!,
                proposal.Propuesta,
                proposal.Problema,
                proposal.Objetivo,
                proposal.Responsable,
                proposal.Corresponsables,
            ];
            TableRow[] rows = [.. Form(document).Elements<TableRow>()];
            for (int row = 0; row < answers.Length; row++)
                Type(rows[row + 1].Elements<TableCell>().Last(), answers[row]);
            Type(rows[^1].Elements<TableCell>().Last(), proposal.Cumplimiento!);
            TableRow[] actions = [.. Actions(document).Elements<TableRow>().Skip(1)];
            for (int row = 0; row < proposal.Acciones.Length; row++)
            {
                TableCell[] cells = [.. actions[row].Elements<TableCell>()];
                for (int column = 0; column < cells.Length; column++)
                    Type(cells[column], proposal.Acciones[row][column]);
            }
        }
        return file.ToArray();
    }

    private static void Type(TableCell cell, string text)
    {
        cell.RemoveAllChildren<Paragraph>();
        cell.Append(TypedWord.Lines(text));
    }

    private static Table Form(WordprocessingDocument document) => document.MainDocumentPart!.Document!.Body!.Elements<Table>().Single();

    private static Table Actions(WordprocessingDocument document) => Form(document).Descendants<Table>().Single();

    private static WordprocessingDocument Opened(byte[] file)
    {
        WordprocessingDocument document = WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);
        Assert.Empty(
            new OpenXmlValidator(FileFormatVersions.Office2019)
                .Validate(document)
                .Select(fault => $"{fault.Path?.XPath}: {fault.Description}")
        );
        return document;
    }

    private static ImportedDocument Read(byte[] file) => Assert.IsType<ImportResult.Read>(ImportResult.Of(file)).Document;
}
