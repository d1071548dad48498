using System.Buffers.Binary;
using System.IO.Compression;

namespace AgaBot.Plans.Paper;

/// <summary>What a file is, told by its content: names and declared types are anybody's.</summary>
public enum FileKind
{
    /// <summary>Word's own format since 2007 (ISO/IEC 29500), without macros.</summary>
    Word,

    /// <summary>Word's format with macros in it: never opened.</summary>
    WordWithMacros,

    /// <summary>The format before 2007, and whatever else Office kept in the same container.</summary>
    OldWord,

    Pdf,

    Picture,

    Empty,

    Other,
}

/// <summary>Tells what a file is.</summary>
internal static class FileKinds
{
    private const uint OldContainer = 0xD0CF11E0;
    private const uint Zip = 0x504B0304;
    private const uint Png = 0x89504E47;
    private const uint Gif = 0x47494638;
    private const uint Riff = 0x52494646;

    public static FileKind Of(ReadOnlyMemory<byte> content)
    {
        ReadOnlySpan<byte> start = content.Span;
        if (start.Length < 12)
            return start.IsEmpty ? FileKind.Empty : FileKind.Other;
        return BinaryPrimitives.ReadUInt32BigEndian(start) switch
        {
            OldContainer => FileKind.OldWord,
            Zip => OfZip(content),
            Png or Gif => FileKind.Picture,
            Riff when start[8..12].SequenceEqual("WEBP"u8) => FileKind.Picture,
            _ when start.StartsWith("%PDF"u8) => FileKind.Pdf,
            _ when start is [0xFF, 0xD8, 0xFF, ..] => FileKind.Picture,
            // What telephones of one make take their photos in.
            _ when start[4..8].SequenceEqual("ftyp"u8) => FileKind.Picture,
            _ => FileKind.Other,
        };
    }

    private static FileKind OfZip(ReadOnlyMemory<byte> content)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(content.ToArray(), writable: false), ZipArchiveMode.Read);
            if (archive.GetEntry("[Content_Types].xml") is null || archive.GetEntry(WordFile.Body) is null)
                return FileKind.Other;
            return archive.Entries.Any(static entry => entry.FullName.Contains("vbaProject", StringComparison.OrdinalIgnoreCase))
                ? FileKind.WordWithMacros
                : FileKind.Word;
        }
        catch (InvalidDataException)
        {
            return FileKind.Other;
        }
    }
}
