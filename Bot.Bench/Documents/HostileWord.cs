using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace AgaBot.Bench.Documents;

/// <summary>Makes Word documents whose markup or text costs a reader much.</summary>
internal static class HostileWord
{
    private const string Namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private static readonly string[] Wrappers = ["w:sdt", "w:sdtContent", "w:customXml", "w:ins", "w:smartTag", "w:del", "w:p", "w:r"];

    private static readonly string[] Markup =
    [
        "<w:p/>",
        "<w:p></w:p>",
        "<w:p><w:r/></w:p>",
        "<w:p><w:r><w:t>a</w:t></w:r></w:p>",
        "<w:p><w:pPr><w:numPr/></w:pPr></w:p>",
        "<w:tbl/>",
        "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>",
        "<w:tr><w:tc/></w:tr>",
        "<w:x/>",
        "<a/>",
        "<w:r><w:tab/></w:r>",
        "<w:p><w:r><w:br/></w:r></w:p>",
        "<!-- - -->",
        "<?a b?>",
        "<![CDATA[a]]>",
        " ",
        "&#65;",
    ];

    /// <summary>A document of up to about so many bytes when unpacked.</summary>
    public static byte[] Of(Random random, int length) =>
        Package(Damaged(random, Body(random, length)), random.Next(50) == 0 ? HostileText.Few(random, 10_000) : 0);

    /// <summary>A document with this body.</summary>
    /// <param name="parts">Number of further, empty parts.</param>
    public static byte[] Package(string body, int parts = 0)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create))
        {
            Put(archive, "[Content_Types].xml", "<Types/>");
            Put(archive, "word/document.xml", $"<w:document xmlns:w=\"{Namespace}\"><w:body>{body}</w:body></w:document>");
            for (int part = 0; part < parts; part++)
                archive.CreateEntry(part.ToString(CultureInfo.InvariantCulture));
        }
        return file.ToArray();
    }

    public static string Paragraphs(string text)
    {
        var body = new StringBuilder(text.Length * 2);
        foreach (string line in text.Split('\n'))
            body.Append(Paragraph(line));
        return body.ToString();
    }

    private static string Body(Random random, int length)
    {
        var body = new StringBuilder(length);
        while (body.Length < length)
            body.Append(Piece(random, 1 + HostileText.Few(random, length - body.Length)));
        return body.ToString();
    }

    private static string Piece(Random random, int length) =>
        random.Next(7) switch
        {
            0 => Repeated(Markup[random.Next(Markup.Length)], length),
            1 => Numbered(random, length),
            2 => Nested(random, length),
            3 => Table(random, length),
            4 => Runs(random, length),
            5 => Wide(random, length),
            _ => Paragraphs(HostileText.Of(random, length / 2)),
        };

    private static string Paragraph(string line) => $"<w:p><w:r><w:t>{Escape(line)}</w:t></w:r></w:p>";

    private static string Repeated(string markup, int length)
    {
        var body = new StringBuilder(length);
        while (body.Length < length)
            body.Append(markup);
        return body.ToString();
    }

    /// <summary>Elements with names, attributes or namespaces of their own.</summary>
    private static string Numbered(Random random, int length)
    {
        int kind = random.Next(3);
        var body = new StringBuilder(length);
        for (int count = 0; body.Length < length; count++)
        {
            string number = count.ToString(CultureInfo.InvariantCulture);
            body.Append(
                kind switch
                {
                    0 => $"<e{number}/>",
                    1 => $"<w:p a{number}=\"{number}\"/>",
                    _ => $"<w:p xmlns:n{number}=\"{number}\"/>",
                }
            );
        }
        return body.ToString();
    }

    private static string Nested(Random random, int length)
    {
        int depth = random.Next(1, 70);
        bool isTable = random.Next(2) == 0;
        string wrapper = Wrappers[random.Next(Wrappers.Length)];
        string open = isTable ? "<w:tbl><w:tr><w:tc>" : $"<{wrapper}>";
        string close = isTable ? "</w:tc></w:tr></w:tbl>" : $"</{wrapper}>";
        string inner = Paragraph(HostileText.Line(random, Math.Max(1, length / 2)));
        string nested =
            string.Concat(Enumerable.Repeat(open, depth))
            + inner
            + string.Concat(Enumerable.Repeat(isTable ? inner + close : close, depth));
        return random.Next(2) == 0 ? nested : Repeated(nested, length);
    }

    private static string Table(Random random, int length)
    {
        int columns = HostileText.Few(random, 2_000);
        string cell = HostileText.Line(random, 1 + HostileText.Few(random, 200));
        string label = HostileText.Line(random, 40);
        var body = new StringBuilder("<w:tbl>");
        while (body.Length < length)
        {
            body.Append("<w:tr>");
            for (int column = 0; column < columns && body.Length < length; column++)
                body.Append("<w:tc>").Append(Paragraph(column == 0 ? label : cell)).Append("</w:tc>");
            body.Append("</w:tr>");
        }
        return body.Append("</w:tbl>").ToString();
    }

    /// <summary>A paragraph of many runs.</summary>
    private static string Runs(Random random, int length) =>
        $"<w:p>{Repeated($"<w:r><w:rPr><w:b/></w:rPr><w:t>{Escape(HostileText.Line(random, 3))}</w:t></w:r>", length)}</w:p>";

    /// <summary>An element with many attributes, namespaces or a long value.</summary>
    private static string Wide(Random random, int length)
    {
        int kind = random.Next(3);
        var body = new StringBuilder("<w:p");
        if (kind == 0)
            body.Append(" a=\"").Append('x', length).Append('"');
        for (int count = 0; kind > 0 && body.Length < length; count++)
        {
            string number = count.ToString(CultureInfo.InvariantCulture);
            body.Append(kind == 1 ? $" a{number}=\"\"" : $" xmlns:n{number}=\"u{number}\"");
        }
        return body.Append("/>").ToString();
    }

    private static string Damaged(Random random, string body) =>
        random.Next(30) == 0 && body.Length > 1 ? body[..random.Next(body.Length)] : body;

    /// <summary>XML has no control characters, which would end the document at once.</summary>
    private static string Escape(string text) =>
        SecurityElement.Escape(string.Concat(text.Where(static mark => mark is '\t' or >= ' '))) ?? "";

    private static void Put(ZipArchive archive, string name, string content)
    {
        using Stream entry = archive.CreateEntry(name, CompressionLevel.Fastest).Open();
        entry.Write(Encoding.UTF8.GetBytes(content));
    }
}
