using AgaBot.Bench.Documents;

namespace AgaBot.Bench.Attacks;

/// <summary>Small Word files that are expensive to read.</summary>
internal static class HostileDocuments
{
    private const int Mebi = 1024 * 1024;
    private const string Empty = "<w:p/>";

    /// <summary>Twenty thousand lines that belong to no question, then an answer of a million characters that resembles them.</summary>
    public static byte[] Periodic { get; } = Word(Repeat("ababccabab\n", 20_000) + "Propuesta: x\nProblema: " + Repeat("ab", Mebi / 2));

    /// <summary>A million characters that open an embedding of direction, and as many that close another kind.</summary>
    public static byte[] Directions { get; } =
        Word("Propuesta: x\nProblema: " + new string('\u202E', 1_300_000) + new string('\u2069', 1_300_000));

    /// <summary>Eight mebibytes of paragraphs without text.</summary>
    public static byte[] EmptyParagraphs { get; } = HostileWord.Package(Repeat(Empty, 8 * Mebi / Empty.Length));

    private static byte[] Word(string lines) => HostileWord.Package(HostileWord.Paragraphs(lines));

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));
}
