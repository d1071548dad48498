using AgaBot.Dialogs.Phrasing;
using AgaBot.Forms;

namespace AgaBot.Dialogs.Asking;

/// <summary>Says what a question asks for, with an example from a real ficha.</summary>
internal static class QuestionHelp
{
    /// <summary>
    /// What an option covers, with the plan's example if there is one; empty if there is nothing to add to the option's name.
    /// </summary>
    public static string Covers(Words words, Option option) =>
        option switch
        {
            { Covers: "" } => "",
            { Example: "" } => option.Covers,
            _ => $"{option.Covers} {words.Say("help.example", option.Example)}",
        };

    /// <summary>"Integridad pública: Prevenir la corrupción …"; empty if there is nothing to add to the option's name.</summary>
    public static string Named(Words words, Option option) =>
        Covers(words, option) is { Length: > 0 } covers ? words.Say("help.option", option.Label, covers) : "";

    public static string Say(OpenForm open, string questionId)
    {
        Words words = open.Words;
        string help = open.AskedAs is null ? open.Text(questionId, "help") : words["response.help"];
        string example = open.AskedAs is null ? Example(open, questionId) : "";
        return string.Join(
            '\n',
            (string[])[help, .. example.Length == 0 ? Array.Empty<string>() : [example], words[Ways(open, questionId)]]
        );
    }

    /// <summary>Only ways to go on that this question accepts.</summary>
    private static string Ways(OpenForm open, string questionId) =>
        open.Form.Find(questionId) switch
        {
            Question.YesNo { OnlyYes: true } => "help.inOneQuestion",
            _ when open.Form.Questions.Length == 1 => "help.inOneQuestion",
            _ when open.NumberOf(questionId) == 1 => "help.atFirst",
            { Required: true } when !open.Session.Answers.ContainsKey(questionId) => "help.atRequired",
            _ => "help.inForm",
        };

    /// <summary>The answer of a real ficha of the same component if there is one; else the question's own example.</summary>
    private static string Example(OpenForm open, string questionId) =>
        open.Component?.RealFicha.GetValueOrDefault(questionId) is { } real
            ? open.Words.Say("help.realExample", open.Component.Name, real.In(open.Words.Language))
            : open.Words.Say("help.example", open.Text(questionId, "example"));
}
