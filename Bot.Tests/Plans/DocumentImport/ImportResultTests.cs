using System.IO.Compression;
using System.Text;
using AgaBot.Plans.DocumentImport;
using AgaBot.Plans.FormDefinitions;
using AgaBot.Tests.LaLibertad;

namespace AgaBot.Tests.Plans.DocumentImport;

public sealed class ImportResultTests
{
    private static readonly Workshop Workshop = Workshop.Load();

    public static TheoryData<int> Fichas => [.. Enumerable.Range(0, Workshop.Fichas.Length)];

    [Theory]
    [MemberData(nameof(Fichas))]
    public void Each_ficha_of_the_workshop_is_read_from_its_paper_form_word_for_word(int number)
    {
        WorkshopProposal ficha = Workshop.Fichas[number];

        ImportedDocument read = Read(new PaperForm(ficha).ToWord());

        Assert.Equal(FichaLines.Of(ficha), FichaLines.Of(Assert.Single(read.Fichas)));
        Assert.Empty(read.NotUnderstood);
    }

    [Theory]
    [InlineData("Coresponsable")]
    [InlineData("Corresponsable")]
    [InlineData("CORRESPONSABLES:")]
    [InlineData("Co-responsables (otras entidades)")]
    public void A_label_is_known_by_each_of_its_spellings(string label)
    {
        WorkshopProposal ficha = Workshop.Fichas[0];

        Assert.Equal(
            FichaLines.Of(ficha),
            FichaLines.Of(Assert.Single(Read(new PaperForm(ficha) { Corresponsables = label }.ToWord()).Fichas))
        );
    }

    [Fact]
    public void Rows_that_are_missing_are_answers_that_are_missing()
    {
        ImportedDocument read = Read(new PaperForm(Workshop.Fichas[0]) { Without = ["Objetivo", "Acciones", "Fecha"] }.ToWord());

        Assert.Equal(
            [FichaForm.Componente, FichaForm.Propuesta, FichaForm.Problema, FichaForm.Responsable, FichaForm.Corresponsables],
            read.Fichas[0].Answers.Select(answer => answer.QuestionId)
        );
    }

    [Fact]
    public void What_belongs_to_no_field_is_listed_and_not_lost()
    {
        ImportedDocument read = Read(
            new PaperForm(Workshop.Fichas[0]) { Below = ["Presupuesto estimado: S/ 20 000", "Firma del alcalde"] }.ToWord()
        );

        Assert.Equal(["Presupuesto estimado: S/ 20 000", "Firma del alcalde"], read.NotUnderstood.AsEnumerable());
    }

    [Fact]
    public void Labels_and_answers_in_plain_paragraphs_are_read_too()
    {
        ImportedDocument read = Read(
            Word(
                "<w:p><w:r><w:t>Componente: Integridad pública</w:t></w:r></w:p>"
                    + "<w:p><w:r><w:t>Propuesta de compromiso</w:t></w:r></w:p>"
                    + "<w:p><w:r><w:t>Un código de </w:t></w:r><w:del><w:r><w:delText>mala </w:delText></w:r></w:del>"
                    + "<w:ins><w:r><w:t>buena "
                    + "</w:t></w:r></w:ins><w:r><w:t>conducta</w:t></w:r></w:p>"
                    + "<w:p><w:r><w:t>Acciones:</w:t></w:r></w:p>"
                    + "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/></w:numPr></w:pPr>"
                    + "<w:r><w:t>Redactarlo; Jun 2016; Jul 2016</w:t></w:r></w:p>"
            )
        );

        Assert.Equal(
            ["componente = Integridad pública", "propuesta = Un código de buena conducta", "acciones = Redactarlo | Jun 2016 | Jul 2016"],
            FichaLines.Of(Assert.Single(read.Fichas))
        );
    }

    [Fact]
    public void A_bomb_is_not_unpacked()
    {
        byte[] bomb = Word($"<w:p><w:r><w:t>{new string('a', 2 * DocumentLimits.Body)}</w:t></w:r></w:p>");

        Assert.True(bomb.Length < 100_000);
        Assert.IsType<ImportResult.TooMuch>(ImportResult.Of(bomb));
    }

    [Fact]
    public void A_bomb_that_lies_about_its_size_is_not_unpacked_either()
    {
        byte[] bomb = Word($"<w:p><w:r><w:t>{new string('a', 2 * DocumentLimits.Body)}</w:t></w:r></w:p>");
        // The sizes are in the local header and in the central directory.
        byte[] size = BitConverter.GetBytes(Unpacked(bomb));
        for (int place = bomb.AsSpan().IndexOf(size); place >= 0; place = bomb.AsSpan().IndexOf(size))
            BitConverter.GetBytes(1000).CopyTo(bomb, place);

        Assert.IsType<ImportResult.Damaged>(ImportResult.Of(bomb));
    }

    [Fact]
    public void A_document_nested_deeper_than_any_word_processor_writes_is_refused()
    {
        string deep =
            string.Concat(Enumerable.Repeat("<w:tbl><w:tr><w:tc>", 20_000))
            + string.Concat(Enumerable.Repeat("</w:tc></w:tr></w:tbl>", 20_000));

        Assert.IsType<ImportResult.Damaged>(ImportResult.Of(Word(deep)));
    }

    [Fact]
    public void A_document_type_with_entities_is_refused()
    {
        const string laughs = "<!DOCTYPE w:document [<!ENTITY a \"ja\"><!ENTITY b \"&a;&a;&a;\">]>";

        Assert.IsType<ImportResult.Damaged>(ImportResult.Of(Word("<w:p><w:r><w:t>&b;</w:t></w:r></w:p>", before: laughs)));
    }

    public static TheoryData<FileKind, byte[]> Others =>
        new()
        {
            { FileKind.Empty, [] },
            { FileKind.Pdf, "%PDF-1.7 ficha de propuesta"u8.ToArray() },
            { FileKind.Picture, [0xFF, 0xD8, 0xFF, 0xE0, .. "0123456789JFIF"u8] },
            { FileKind.Picture, [0x89, 0x50, 0x4E, 0x47, .. "0123456789"u8] },
            { FileKind.OldWord, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. "0123456789"u8] },
            { FileKind.OldWord, "{\\rtf1\\ansi Componente: Integridad}"u8.ToArray() },
            { FileKind.Other, "\uFEFF<html><p>Componente: Integridad</p></html>"u8.ToArray() },
            { FileKind.WordWithMacros, Word("<w:p/>", also: "word/vbaProject.bin") },
            { FileKind.Other, [0x50, 0x4B, 0x03, 0x04, .. "no archive at all"u8] },
            { FileKind.Other, [0x00, 0x01, .. "Componente: Integridad"u8] },
            { FileKind.Locked, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. Encoding.Unicode.GetBytes("EncryptedPackage")] },
        };

    [Theory]
    [MemberData(nameof(Others))]
    public void What_is_no_Word_document_is_told_by_its_content(FileKind kind, byte[] file) =>
        Assert.Equal(new ImportResult.NotWord(kind), ImportResult.Of(file));

    [Fact]
    public void A_letter_in_Word_is_no_ficha() =>
        Assert.IsType<ImportResult.NoFicha>(ImportResult.Of(Word("<w:p><w:r><w:t>Estimado señor alcalde</w:t></w:r></w:p>")));

    private static ImportedDocument Read(byte[] file) => Assert.IsType<ImportResult.Read>(ImportResult.Of(file)).Document;

    /// <summary>A document with this body.</summary>
    private static byte[] Word(string body, string before = "", string? also = null)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create))
        {
            Put(archive, "[Content_Types].xml", "<Types/>");
            Put(
                archive,
                WordPackage.Body,
                $"{before}<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
                    + $"<w:body>{body}</w:body></w:document>"
            );
            if (also is not null)
                Put(archive, also, "x");
        }
        return file.ToArray();
    }

    private static void Put(ZipArchive archive, string name, string content)
    {
        using Stream entry = archive.CreateEntry(name).Open();
        entry.Write(Encoding.UTF8.GetBytes(content));
    }

    private static int Unpacked(byte[] file)
    {
        using var archive = new ZipArchive(new MemoryStream(file), ZipArchiveMode.Read);
        return (int)archive.GetEntry(WordPackage.Body)!.Length;
    }
}
