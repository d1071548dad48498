using System.Diagnostics;
using AgaBot.Forms;

namespace AgaBot.Dialogs.Asking;

/// <summary>The name of a question's kind, in its template's name and in the keys of its texts.</summary>
internal static class QuestionKindName
{
    public static string Of(Question question) =>
        question switch
        {
            Question.Choice => "choice",
            Question.Text => "text",
            Question.List => "list",
            Question.Rows => "rows",
            Question.PlanDate => "plandate",
            Question.Date => "date",
            Question.Number => "number",
            Question.YesNo => "yesno",
            Question.HeadCount => "headcount",
            _ => throw new UnreachableException(),
        };

    /// <summary>Under what its hints stand: they tell one line from several, and a list of lines from one with commas.</summary>
    public static string ForHints(Question question) =>
        question switch
        {
            Question.Text { Multiline: false } => "line",
            Question.List { OneALine: true } => "lines",
            _ => Of(question),
        };
}
