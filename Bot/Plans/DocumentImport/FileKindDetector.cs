using System.Buffers;
using System.Buffers.Binary;
using System.Text.Unicode;

namespace AgaBot.Plans.DocumentImport;

/// <summary>Determines the kind of a file from its content.</summary>
internal static class FileKindDetector
{
    private const uint OldContainer = 0xD0CF11E0;
    private const uint Zip = 0x504B0304;
    private const uint Png = 0x89504E47;
    private const uint Gif = 0x47494638;
    private const uint Riff = 0x52494646;

    /// <summary>Control bytes that do not occur in text: all but tab, line feed, vertical tab, form feed and carriage return.</summary>
    private static readonly SearchValues<byte> NotInText = SearchValues.Create([
        0,
        1,
        2,
        3,
        4,
        5,
        6,
        7,
        8,
        14,
        15,
        16,
        17,
        18,
        19,
        20,
        21,
        22,
        23,
        24,
        25,
        26,
        27,
        28,
        29,
        30,
        31,
        127,
    ]);

    /// <summary>The name of the encrypted stream in UTF-16 ([MS-OFFCRYPTO] 1.3.2).</summary>
    private static ReadOnlySpan<byte> EncryptedPackage => "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"u8;

    public static FileKind Of(ReadOnlyMemory<byte> content)
    {
        ReadOnlySpan<byte> start = content.Span;
        if (start.Length < 12)
            return start.IsEmpty ? FileKind.Empty : OfWords(start);
        return BinaryPrimitives.ReadUInt32BigEndian(start) switch
        {
            OldContainer => start.IndexOf(EncryptedPackage) >= 0 ? FileKind.Locked : FileKind.OldWord,
            Zip => WordPackage.KindOf(content),
            Png or Gif => FileKind.Picture,
            Riff when start[8..12].SequenceEqual("WEBP"u8) => FileKind.Picture,
            _ when start.StartsWith("%PDF"u8) => FileKind.Pdf,
            _ when start.StartsWith("{\\rtf"u8) => FileKind.OldWord,
            _ when start is [0xFF, 0xD8, 0xFF, ..] => FileKind.Picture,
            // HEIF, the photo format of some telephones.
            _ when start[4..8].SequenceEqual("ftyp"u8) => FileKind.Picture,
            _ => OfWords(start),
        };
    }

    /// <summary>Markup, such as a web page, is not accepted as text.</summary>
    private static FileKind OfWords(ReadOnlySpan<byte> content) =>
        Utf8.IsValid(content) && !content.ContainsAny(NotInText) && !content.TrimStart("\uFEFF \t\r\n"u8).StartsWith("<"u8)
            ? FileKind.Text
            : FileKind.Other;
}
