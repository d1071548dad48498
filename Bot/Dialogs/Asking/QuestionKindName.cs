using AgaBot.Forms;

namespace AgaBot.Dialogs.Asking;

/// <summary>The name of a question's kind, in its template's name and in the keys of its texts.</summary>
internal static class QuestionKindName
{
    public static string Of(Question question) => question.KindName;

    /// <summary>Under what its hints stand: they tell one line from several, and a list of lines from one with commas.</summary>
    public static string ForHints(Question question) =>
        question switch
        {
            Question.Text { Multiline: false } => "line",
            Question.List { OneALine: true } => "lines",
            _ => Of(question),
        };
}
