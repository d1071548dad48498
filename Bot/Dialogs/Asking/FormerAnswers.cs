using System.Text;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Forms;

namespace AgaBot.Dialogs.Asking;

/// <summary>Shows answers that no longer fit the form, so that the person can still see what they wrote.</summary>
internal static class FormerAnswers
{
    /// <summary>A question's name; its id if the form no longer has the question.</summary>
    public static string Name(OpenForm open, string questionId) =>
        open.Form.Find(questionId) is null ? questionId : open.Text(questionId, "name");

    /// <summary>One line for each answer; empty if there are none.</summary>
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
