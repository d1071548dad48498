using System.Collections.Immutable;
using AgaBot.Dialogs.Asking;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Forms.Walking;
using AgaBot.Plans.DocumentImport;

namespace AgaBot.Dialogs.Drafting;

/// <summary>Says how an imported text was understood, before its answers are shown.</summary>
internal static class PaperNotes
{
    /// <summary>Maximum lines shown; the rest are counted.</summary>
    private const int MostLines = 10;

    public static Notice OfDocument(OpenForm open, PrefillResult filled) => Read(open, filled, "file.read", "file.readInPart");

    public static Notice OfText(OpenForm open, PrefillResult filled) => Read(open, filled, "text.read", "text.readInPart");

    public static Notice OneOfMany(OpenForm open, PrefillResult filled, int number, int count) =>
        new(open.Words.Say("document.read", number, count, filled.Taken.Length, open.Form.Questions.Length));

    private static Notice Read(OpenForm open, PrefillResult filled, string whole, string inPart) =>
        new(
            filled.Session.At is FormPosition.Review
                ? open.Words.Say(whole, filled.Taken.Length, open.Form.Questions.Length)
                : open.Words.Say(inPart, filled.Taken.Length, open.Form.Questions.Length, Names(open, filled))
        );

    /// <summary>What was left out of the draft, line by line; null if nothing was.</summary>
    public static string? LeftOut(OpenForm open, ImmutableArray<string> notUnderstood, PrefillResult filled)
    {
        Words words = open.Words;
        return Listed(
            words,
            "file.leftOut.title",
            [
                .. filled.Refused.Select(refused =>
                    words.Say("file.refused", open.Text(refused.QuestionId, "name"), ProblemPhrases.Say(open, refused))
                ),
                .. notUnderstood.Take(MostLines).Select(line => Line(words, line)),
            ],
            notUnderstood.Length - MostLines
        );
    }

    /// <summary>
    /// What belongs to none of the fichas of a resumen: its section headings if there are any, which the author recognises, else the lines.
    /// </summary>
    public static string? LeftOut(Words words, ImportedDocument document)
    {
        string[] headings = [.. document.NotUnderstood.Where(FieldLabels.IsHeading)];
        string[] shown = [.. (headings.Length > 0 ? headings : [.. document.NotUnderstood]).Take(MostLines)];
        return Listed(
            words,
            "document.leftOut",
            [.. shown.Select(line => Line(words, line))],
            document.NotUnderstood.Length - shown.Length
        );
    }

    private static string? Listed(Words words, string title, string[] lines, int more) =>
        lines.Length == 0
            ? null
            : string.Join(
                '\n',
                (string[])[words[title], .. lines, .. more > 0 ? [words.Say("file.leftOut.more", more)] : Array.Empty<string>()]
            );

    private static string Line(Words words, string line) => words.Say("file.leftOut", Excerpt.Quote(line));

    private static string Names(OpenForm open, PrefillResult filled) => string.Join(", ", filled.Taken.Select(id => open.Text(id, "name")));
}
