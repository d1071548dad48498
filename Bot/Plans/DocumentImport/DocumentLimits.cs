using AgaBot.Forms.Budgets;

namespace AgaBot.Plans.DocumentImport;

/// <summary>
/// What one document or pasted text may contain and cost. All limits are far above the resumen of the workshop, which has ten fichas,
/// 25,000 characters and less than a megabyte of XML. Beyond them nothing is read, and the person is told what to do
/// (docs/decisions/0038).
/// </summary>
public static class DocumentLimits
{
    /// <summary>Bytes of the body of a Word document, unpacked.</summary>
    public const int Body = 8 * 1024 * 1024;

    /// <summary>Bytes of the list of content types, unpacked. Word writes a few kilobytes.</summary>
    public const int ContentTypes = 128 * 1024;

    /// <summary>
    /// Bytes that are read for one XML node: the attributes of an element are compared with each other before anything can be counted.
    /// </summary>
    public const int Node = 128 * 1024;

    /// <summary>Parts of a package; a document with many pictures has a few hundred.</summary>
    public const int Parts = 4_000;

    /// <summary>XML elements of a body; Word writes about thirty a paragraph.</summary>
    public const int Elements = 300_000;

    /// <summary>XML nesting depth; a table in the cell of a table has a depth of about twenty.</summary>
    public const int Depth = 200;

    /// <summary>Paragraphs of a document with those of its tables, blank ones included.</summary>
    public const int Paragraphs = 20_000;

    /// <summary>Tables of a document, those in cells included.</summary>
    public const int Tables = 2_000;

    /// <summary>Rows of all tables of a document.</summary>
    public const int Rows = 10_000;

    /// <summary>Cells of all tables of a document.</summary>
    public const int Cells = 20_000;

    /// <summary>UTF-16 code units of the text of a Word document.</summary>
    public const int WordText = 400_000;

    /// <summary>UTF-16 code units of a plain text.</summary>
    public const int PlainText = 200_000;

    /// <summary>Lines of a plain text: far more than <see cref="ImportResult.MostFichas"/> fichas have.</summary>
    public const int Lines = 5_000;

    /// <summary>Rows of the table of actions that are kept of one ficha. The form takes fewer and says so.</summary>
    public const int Actions = 200;

    /// <summary>Steps of any document, see <see cref="ReadingBudget"/>.</summary>
    public const int Steps = 500_000;

    /// <summary>Further steps for each UTF-16 code unit of text.</summary>
    public const int StepsOfUnit = 100;

    /// <summary>Further steps for each line or paragraph, blank ones included.</summary>
    public const int StepsOfLine = 500;

    /// <summary>Further steps for each XML element.</summary>
    public const int StepsOfElement = 50;

    /// <summary>The budget of a pasted text.</summary>
    public static ReadingBudget OfText(string text) => new(Steps + StepsOf(text));

    /// <summary>Further steps for a plain text.</summary>
    public static long StepsOf(string text) =>
        ((long)StepsOfUnit * text.Length) + ((long)StepsOfLine * Math.Min(text.AsSpan().Count('\n'), Lines));
}
