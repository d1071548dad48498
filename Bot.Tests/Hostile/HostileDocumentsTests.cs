using System.IO.Compression;
using System.Text;
using AgaBot.Plans.DocumentImport;
using AgaBot.Tests.LaLibertad;
using AgaBot.Tests.Plans.DocumentImport;

namespace AgaBot.Tests.Hostile;

/// <summary>Documents that are made to cause harm.</summary>
public sealed class HostileDocumentsTests
{
    private const string Namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private const string Form =
        "<w:p><w:r><w:t>Componente: Integridad pública</w:t></w:r></w:p><w:p><w:r><w:t>Propuesta: Publicar las visitas</w:t></w:r></w:p>";

    [Theory]
    [InlineData("application/vnd.ms-word.document.macroEnabled.main+xml", "word/document.xml")]
    [InlineData("application/vnd.ms-office.vbaProject", "word/inocente.bin")]
    public void A_document_with_macros_is_not_opened_whatever_they_are_called(string contentType, string part)
    {
        byte[] file = Package(Form, types: $"<Override PartName=\"/{part}\" ContentType=\"{contentType}\"/>");

        Assert.Equal(new ImportResult.NotWord(FileKind.WordWithMacros), ImportResult.Of(file));
    }

    [Fact]
    public void A_document_whose_list_of_parts_is_a_bomb_is_not_unpacked() =>
        Assert.Equal(new ImportResult.NotWord(FileKind.Other), ImportResult.Of(Package(Form, types: new string(' ', 64 * 1024 * 1024))));

    [Fact]
    public void A_document_of_more_parts_than_any_has_is_not_opened() =>
        Assert.Equal(new ImportResult.NotWord(FileKind.Other), ImportResult.Of(Package(Form, empty: DocumentLimits.Parts)));

    [Fact]
    public void What_a_document_refers_to_is_not_fetched()
    {
        const string reference =
            "<w:p><w:hyperlink r:id=\"rId1\"><w:r><w:t>Objetivo: Que se vea</w:t></w:r></w:hyperlink></w:p><w:altChunk "
            + "r:id=\"rId2\"/><w:subDoc r:id=\"rId3\"/>";
        byte[] file = Package(
            Form + reference,
            also: (
                "word/_rels/document.xml.rels",
                "<Relationships><Relationship Id=\"rId1\" Target=\"http://127.0.0.1:1/\" TargetMode=\"External\"/></Relationships>"
            )
        );

        ImportedDocument read = Assert.IsType<ImportResult.Read>(ImportResult.Of(file)).Document;

        Assert.Contains(Assert.Single(read.Fichas).Answers, answer => answer.Text == "Que se vea");
    }

    [Fact]
    public void The_body_is_found_under_the_name_that_the_package_gives_it()
    {
        byte[] file = Package(
            "<w:p/>",
            types: "<Override PartName=\"/word/document2.xml\" "
                + "ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>",
            also: ("word/document2.xml", Document(Form))
        );

        Assert.Single(Assert.IsType<ImportResult.Read>(ImportResult.Of(file)).Document.Fichas);
    }

    [Theory]
    [InlineData("enviar")]
    [InlineData("[hola](http://127.0.0.1:1) **negrita** <b>x</b>")]
    [InlineData("=HYPERLINK(\"http://127.0.0.1:1\")")]
    [InlineData("${agabot} {0} {{1}}")]
    public void Words_of_a_document_stay_words(string words)
    {
        WorkshopProposal ficha = Workshop.Load().Fichas[0] with { Problema = words, Objetivo = words };

        ImportedDocument read = Assert.IsType<ImportResult.Read>(ImportResult.Of(new PaperForm(ficha).ToWord())).Document;

        Assert.Equal(FichaLines.Of(ficha), FichaLines.Of(Assert.Single(read.Fichas)));
    }

    [Fact]
    public void A_text_longer_than_any_resumen_is_not_read() =>
        Assert.IsType<ImportResult.TooMuch>(ImportResult.Of(Encoding.UTF8.GetBytes(new string('a', DocumentLimits.PlainText + 1))));

    /// <param name="empty">The number of empty parts.</param>
    private static byte[] Package(string body, string types = "", (string Name, string Content)? also = null, int empty = 0)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create))
        {
            Put(archive, "[Content_Types].xml", $"<Types>{types}</Types>");
            Put(archive, WordPackage.Body, Document(body));
            if (also is { } part)
                Put(archive, part.Name, part.Content);
            for (int index = 0; index < empty; index++)
                archive.CreateEntry($"word/media/{index}");
        }
        return file.ToArray();
    }

    private static string Document(string body) =>
        $"<w:document xmlns:w=\"{Namespace}\" "
        + $"xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><w:body>{body}</w:body></w:document>";

    private static void Put(ZipArchive archive, string name, string content)
    {
        using Stream entry = archive.CreateEntry(name).Open();
        entry.Write(Encoding.UTF8.GetBytes(content));
    }
}
