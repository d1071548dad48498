using AgaBot.Forms;

namespace AgaBot.Dialogs.Asking;

/// <summary>The name of a question's kind, as used in the name of its card template and in the keys of its texts.</summary>
internal static class QuestionKindName
{
    public static string Of(Question question) => question.KindName;

    /// <summary>The name in the keys of hints, which distinguish single-line texts, and lists with one entry a line.</summary>
    public static string ForHints(Question question) =>
        question switch
        {
            Question.Text { Multiline: false } => "line",
            Question.List { OneALine: true } => "lines",
            _ => Of(question),
        };
}
