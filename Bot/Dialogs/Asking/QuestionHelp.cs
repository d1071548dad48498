using AgaBot.Dialogs.Phrasing;
using AgaBot.Forms;

namespace AgaBot.Dialogs.Asking;

/// <summary>Says what a question asks for, with an example from a real ficha.</summary>
internal static class QuestionHelp
{
    public static string Say(OpenForm open, string questionId)
    {
        Words words = open.Words;
        string help = open.AskedAs is null ? open.Text(questionId, "help") : words["response.help"];
        string example = open.AskedAs is null ? open.Text(questionId, "example") : "";
        string ways = open.Form.Find(questionId) is Question.YesNo { OnlyYes: true } || open.Form.Questions.Length == 1
            ? words["help.inOneQuestion"]
            : words["help.inForm"];
        return example.Length == 0 ? $"{help} {ways}" : $"{help} {words.Say("help.example", example)} {ways}";
    }
}
