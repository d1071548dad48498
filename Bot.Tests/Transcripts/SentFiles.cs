using System.Text;
using AgaBot.Tests.LaLibertad;
using AgaBot.Tests.Plans.DocumentImport;

namespace AgaBot.Tests.Transcripts;

/// <summary>The files that people of the transcripts send, by name.</summary>
internal static class SentFiles
{
    private static readonly byte[] OldWord = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. "Word.Document.8"u8];

    public static byte[] Named(string name) =>
        name switch
        {
            "resumen.docx" => ResumenInWord.Of(Workshop.Load()),
            "ficha.docx" => new PaperForm(Workshop.Load().Fichas[1]).ToWord(),
            "ficha.pdf" => Encoding.ASCII.GetBytes("%PDF-1.7 una ficha"),
            "ficha.doc" => OldWord,
            "foto.jpg" => [0xFF, 0xD8, 0xFF, 0xE0, .. "0123456789JFIF"u8],
            _ => throw new ArgumentException($"Nobody has a file '{name}'.", nameof(name)),
        };
}
