using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Xml;
using AgaBot.Forms.Budgets;

namespace AgaBot.Plans.DocumentImport;

/// <summary>The package of a Word document (ISO/IEC 29500-2), unpacked only within <see cref="DocumentLimits"/>.</summary>
internal static class WordPackage
{
    /// <summary>The usual name of the body.</summary>
    public const string Body = "word/document.xml";

    private const string ContentTypes = "[Content_Types].xml";
    private const string MainPart = ".wordprocessingml.document.main+xml";

    /// <summary>Steps of an entry of the package.</summary>
    private const int StepsOfEntry = 100;

    private static readonly XmlReaderSettings Bounded = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = DocumentLimits.ContentTypes,
    };

    public static FileKind KindOf(ReadOnlyMemory<byte> content)
    {
        try
        {
            using ZipArchive archive = Open(content);
            if (archive.Entries.Count > DocumentLimits.Parts || TypesOf(archive) is not { } types)
                return FileKind.Other;
            if (
                types.HasMacros
                || archive.Entries.Any(static entry => entry.FullName.Contains("vbaProject", StringComparison.OrdinalIgnoreCase))
            )
                return FileKind.WordWithMacros;
            return archive.GetEntry(types.Body) is not null ? FileKind.Word : FileKind.Other;
        }
        catch (Exception damaged) when (IsDamage(damaged))
        {
            return FileKind.Other;
        }
    }

    /// <summary>Reads the XML of the body while it is unpacked; the default result if the package has no body.</summary>
    /// <exception cref="ReadingLimitException">The body is too large.</exception>
    public static T? ReadBody<T>(ReadOnlyMemory<byte> content, Func<BoundedStream, T> read)
    {
        using ZipArchive archive = Open(content);
        if (
            archive.Entries.Count > DocumentLimits.Parts
            || TypesOf(archive)?.Body is not { } body
            || archive.GetEntry(body) is not { } entry
        )
            return default;
        if (entry.Length > DocumentLimits.Body)
            throw new ReadingLimitException();
        using var unpacked = new BoundedStream(entry.Open(), DocumentLimits.Body);
        return read(unpacked);
    }

    public static bool IsDamage(Exception fault) => fault is InvalidDataException or XmlException or NotSupportedException;

    private static ZipArchive Open(ReadOnlyMemory<byte> content)
    {
        Stream packed = MemoryMarshal.TryGetArray(content, out ArraySegment<byte> bytes)
            ? new MemoryStream(bytes.Array!, bytes.Offset, bytes.Count, writable: false)
            : new MemoryStream(content.ToArray(), writable: false);
        var archive = new ZipArchive(packed, ZipArchiveMode.Read);
        ReadingBudget.Spend(StepsOfEntry * Math.Min(archive.Entries.Count, DocumentLimits.Parts));
        return archive;
    }

    /// <summary>The name of the body, which depends on the word processor, and whether the package contains macros.</summary>
    private static PackageTypes? TypesOf(ZipArchive archive)
    {
        if (archive.GetEntry(ContentTypes) is not { } entry || entry.Length > DocumentLimits.ContentTypes)
            return null;
        var types = new PackageTypes(Body, false);
        using var unpacked = new BoundedStream(entry.Open(), DocumentLimits.ContentTypes);
        using var reader = XmlReader.Create(unpacked, Bounded);
        while (reader.Read())
        {
            if (reader.GetAttribute("ContentType") is not { } type)
                continue;
            if (
                type.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase)
                || type.Contains("vbaProject", StringComparison.OrdinalIgnoreCase)
            )
                types = types with { HasMacros = true };
            if (type.EndsWith(MainPart, StringComparison.Ordinal) && reader.GetAttribute("PartName") is { } part)
                types = types with { Body = part.TrimStart('/') };
        }
        return types;
    }

    private readonly record struct PackageTypes(string Body, bool HasMacros);
}
