using AgaBot.Dialogs.Asking;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Forms;
using AgaBot.Plans.Paper;

namespace AgaBot.Dialogs.Documents;

/// <summary>Says how a document was understood, before its answers are shown.</summary>
internal static class PaperNotes
{
    /// <summary>More lines are counted, not shown: they stand in the person's own document.</summary>
    private const int MostLines = 10;

    public static Notice Understood(Words words, Form form, Prefilling filled) =>
        new(words.Say("file.read", filled.Taken.Length, form.Questions.Length));

    /// <summary>What was left out of the draft, line by line; null where nothing was.</summary>
    public static string? LeftOut(OpenForm open, PaperFicha paper, Prefilling filled)
    {
        Words words = open.Words;
        string[] lines =
        [
            .. filled.Refused.Select(refused => words.Say("file.refused", open.Text(refused.QuestionId, "name"), ProblemPhrases.Say(open, refused))),
            .. paper.NotUnderstood.Take(MostLines).Select(line => words.Say("file.leftOut", Excerpt.Quote(line))),
        ];
        if (lines.Length == 0)
            return null;
        int more = paper.NotUnderstood.Length - MostLines;
        return string.Join('\n', (string[])[words["file.leftOut.title"], .. lines, .. more > 0 ? [words.Say("file.leftOut.more", more)] : Array.Empty<string>()]);
    }
}
