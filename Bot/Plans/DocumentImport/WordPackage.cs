using System.IO.Compression;
using System.Xml;

namespace AgaBot.Plans.DocumentImport;

/// <summary>The package of a Word document (ISO/IEC 29500-2), unpacked only within limits.</summary>
internal static class WordPackage
{
    /// <summary>In bytes: the body of a ficha has about 100 KB, that of the workshop's resumen less than a megabyte.</summary>
    public const int MaxBody = 8 * 1024 * 1024;

    /// <summary>Maximum number of entries; a document with many pictures has a few hundred.</summary>
    public const int MaxEntries = 4_000;

    /// <summary>The usual name of the body.</summary>
    public const string Body = "word/document.xml";

    private const string ContentTypes = "[Content_Types].xml";
    private const int MaxContentTypes = 1024 * 1024;
    private const string MainPart = ".wordprocessingml.document.main+xml";

    private static readonly XmlReaderSettings Bounded = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = MaxContentTypes,
    };

    public static FileKind KindOf(ReadOnlyMemory<byte> content)
    {
        try
        {
            using ZipArchive archive = Open(content);
            if (archive.Entries.Count > MaxEntries || TypesOf(archive) is not { } types)
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

    /// <summary>The XML of the body; null if it is damaged or too large.</summary>
    public static byte[]? ReadBody(ReadOnlyMemory<byte> content)
    {
        try
        {
            using ZipArchive archive = Open(content);
            return archive.Entries.Count <= MaxEntries && TypesOf(archive)?.Body is { } body && archive.GetEntry(body) is { } entry
                ? Unpack(entry, MaxBody)
                : null;
        }
        catch (Exception damaged) when (IsDamage(damaged))
        {
            return null;
        }
    }

    public static bool IsDamage(Exception fault) => fault is InvalidDataException or XmlException or NotSupportedException;

    private static ZipArchive Open(ReadOnlyMemory<byte> content) =>
        new(new MemoryStream(content.ToArray(), writable: false), ZipArchiveMode.Read);

    /// <summary>The name of the body, which depends on the word processor, and whether the package contains macros.</summary>
    private static PackageTypes? TypesOf(ZipArchive archive)
    {
        if (archive.GetEntry(ContentTypes) is not { } entry || Unpack(entry, MaxContentTypes) is not { } xml)
            return null;
        var types = new PackageTypes(Body, false);
        using var reader = XmlReader.Create(new MemoryStream(xml, writable: false), Bounded);
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

    /// <summary>Stops at the limit, since the length stated in an archive may be false.</summary>
    private static byte[]? Unpack(ZipArchiveEntry entry, int most)
    {
        if (entry.Length > most)
            return null;
        using Stream packed = entry.Open();
        using var whole = new MemoryStream();
        byte[] piece = new byte[64 * 1024];
        while (packed.Read(piece) is var read and > 0)
        {
            whole.Write(piece, 0, read);
            if (whole.Length > most)
                return null;
        }
        return whole.ToArray();
    }

    private readonly record struct PackageTypes(string Body, bool HasMacros);
}
