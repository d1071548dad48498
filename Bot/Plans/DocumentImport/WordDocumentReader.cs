using System.Collections.Immutable;
using System.Xml;

namespace AgaBot.Plans.DocumentImport;

/// <summary>
/// Reads the text of a Word document. Only its body is unpacked, piece by piece and within limits. Nothing is executed, fetched or
/// followed.
/// </summary>
internal static class WordDocumentReader
{
    private static readonly XmlReaderSettings Bounded = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = DocumentLimits.Body,
    };

    /// <summary>Null if the document is damaged.</summary>
    /// <exception cref="Forms.Budgets.ReadingLimitException">The document is beyond a limit.</exception>
    public static ImmutableArray<DocumentBlock>? Read(ReadOnlyMemory<byte> content)
    {
        try
        {
            return WordPackage.ReadBody(content, Read);
        }
        catch (Exception damaged) when (WordPackage.IsDamage(damaged))
        {
            return null;
        }
    }

    private static ImmutableArray<DocumentBlock>? Read(BoundedStream body)
    {
        using var xml = XmlReader.Create(body, Bounded);
        return new WordBodyReader(xml, body).Read();
    }
}
