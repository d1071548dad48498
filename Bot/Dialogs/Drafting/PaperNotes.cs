using System.Collections.Immutable;
using AgaBot.Dialogs.Asking;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Dialogs.Views;
using AgaBot.Forms.Walking;
using AgaBot.Plans.DocumentImport;

namespace AgaBot.Dialogs.Drafting;

/// <summary>Says how an imported text was understood, before its answers are shown.</summary>
internal static class PaperNotes
{
    /// <summary>Maximum lines shown; the rest are counted, and a card opens them.</summary>
    private const int MostLines = 10;

    /// <summary>Maximum lines that a card opens.</summary>
    private const int MostOpened = 100;

    /// <summary>Maximum UTF-16 code units of a line that a card opens.</summary>
    private const int LongestOpened = 400;

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
    public static Reply? LeftOut(OpenForm open, ImmutableArray<string> notUnderstood, PrefillResult filled)
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
            [.. notUnderstood.Skip(MostLines)]
        );
    }

    /// <summary>
    /// What belongs to none of the fichas of a resumen: its section headings if there are any, which the author recognises, else the lines.
    /// </summary>
    public static Reply? LeftOut(Words words, ImportedDocument document)
    {
        string[] headings = [.. document.NotUnderstood.Where(FieldLabels.IsHeading)];
        string[] shown = [.. (headings.Length > 0 ? headings : [.. document.NotUnderstood]).Take(MostLines)];
        return Listed(
            words,
            "document.leftOut",
            [.. shown.Select(line => Line(words, line))],
            [.. headings.Length > 0 ? document.NotUnderstood.Except(shown) : document.NotUnderstood.Skip(MostLines)]
        );
    }

    private static Reply? Listed(Words words, string title, string[] lines, string[] more)
    {
        if (lines.Length == 0)
            return null;
        string[] shown =
        [
            words[title],
            .. lines,
            .. more.Length > 0 ? [words.Say("file.leftOut.more", more.Length)] : Array.Empty<string>(),
        ];
        string text = string.Join('\n', shown);
        return more.Length == 0
            ? new Reply(text)
            : new Reply(
                text,
                new MessageView
                {
                    FallbackText = text,
                    Speak = text,
                    Lang = words.Language,
                    Text = PlainInCards.Escape(text),
                    Buttons = [],
                    MoreLabel = words["button.restOfLines"],
                    More =
                    [
                        .. more.Take(MostOpened)
                            .Select(line => PlainInCards.Escape(words.Say("file.leftOut", Excerpt.Shorten(line, LongestOpened)))),
                    ],
                }
            );
    }

    private static string Line(Words words, string line) => words.Say("file.leftOut", Excerpt.Quote(line));

    private static string Names(OpenForm open, PrefillResult filled) => string.Join(", ", filled.Taken.Select(id => open.Text(id, "name")));
}
