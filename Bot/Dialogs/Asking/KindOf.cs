using System.Diagnostics;
using AgaBot.Forms;

namespace AgaBot.Dialogs.Asking;

/// <summary>The name of a question's kind: part of the keys of its texts and of its template's name.</summary>
internal static class KindOf
{
    public static string Name(Question question) => question switch
    {
        Question.Choice => "choice",
        Question.Text => "text",
        Question.List => "list",
        Question.Rows => "rows",
        Question.PlanDate => "plandate",
        Question.Date => "date",
        Question.Number => "number",
        Question.YesNo => "yesno",
        _ => throw new UnreachableException(),
    };
}
