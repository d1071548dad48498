using System.Text;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Forms;

namespace AgaBot.Dialogs.Asking;

/// <summary>Shows answers that fit the form no longer, so that nothing that somebody wrote is out of their sight.</summary>
internal static class FormerAnswers
{
    /// <summary>A question's name; its id where the question is gone from the form, and its name with it.</summary>
    public static string Name(OpenForm open, string questionId) =>
        open.Form.Find(questionId) is null ? questionId : open.Text(questionId, "name");

    /// <summary>A line an answer, or nothing.</summary>
    public static string Say(OpenForm open)
    {
        var text = new StringBuilder();
        foreach ((string id, Answer answer) in open.Session.Former)
            text.Append('\n').Append(open.Words.Say("review.formerLine", Name(open, id), InWords(open, id, answer)));
        return text.ToString();
    }

    private static string InWords(OpenForm open, string id, Answer answer) =>
        AnswerPhrases.Say(open.Words, open.Form.Find(id) ?? new Question.Text(id, Required: false, Multiline: true), answer);
}
