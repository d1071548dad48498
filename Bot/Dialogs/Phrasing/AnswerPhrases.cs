using System.Diagnostics;
using System.Globalization;
using AgaBot.Forms;

namespace AgaBot.Dialogs.Phrasing;

/// <summary>Says an answer as the person gave it.</summary>
internal static class AnswerPhrases
{
    public static string Say(Words words, Question question, Answer? answer) =>
        answer switch
        {
            null => words["answer.none"],
            Answer.Choice choice => Label(question, choice.OptionId),
            Answer.Text text => text.Value,
            Answer.List list => list.Words,
            Answer.Rows { Items: [] } => words["answer.none"],
            Answer.Rows { Items: [var only] } => Say(words, only),
            Answer.Rows rows => string.Join('\n', rows.Items.Select(row => "- " + Say(words, row))),
            Answer.When date => date.Date.Words,
            Answer.Day day => DatePhrases.Day(words, day.Date),
            Answer.Number number => number.Value.ToString(words.Culture),
            Answer.YesNo yesNo => words[yesNo.Yes ? "answer.yes" : "answer.no"],
            Answer.HeadCount count => string.Join('\n', count.Groups.Select(size => Say(words, Label(question, size.OptionId), size))),
            _ => throw new UnreachableException(),
        };

    /// <summary>What an input is filled with so that the answer can be changed: what its person would type or choose again.</summary>
    public static string Input(Words words, Answer? answer) =>
        answer switch
        {
            null or Answer.Rows or Answer.HeadCount => "",
            Answer.Choice choice => choice.OptionId,
            Answer.Text text => text.Value,
            Answer.List list => list.Words,
            Answer.When date => date.Date.Words,
            Answer.Day day => day.Date.ToString("O", CultureInfo.InvariantCulture),
            Answer.Number number => number.Value.ToString(CultureInfo.InvariantCulture),
            Answer.YesNo yesNo => words[yesNo.Yes ? "answer.yes" : "answer.no"],
            _ => throw new UnreachableException(),
        };

    /// <summary>"Organizar escuelas familiares: Jun 2016 – Jul 2017", or with the one date that it has.</summary>
    public static string Say(Words words, Row row) =>
        row.Cells switch
        {
            [var what, { Words: "" }, { Words: "" }] => what.Words,
            [var what, var start, { Words: "" }] => $"{what.Words}: {words.Say("rows.from", start.Words)}",
            [var what, { Words: "" }, var end] => $"{what.Words}: {words.Say("rows.to", end.Words)}",
            [var what, .. var later] => $"{what.Words}: {string.Join(" – ", later.Select(cell => cell.Words))}",
            [] => "",
        };

    /// <summary>"Municipios: 3 mujeres, 2 hombres"; none of a kind is not worth a word.</summary>
    public static string Say(Words words, string group, GroupSize size) =>
        words.Say(
            "headcount.line",
            group,
            (size.Women, size.Men) switch
            {
                (0, var men) => words.Count("headcount.men", men),
                (var women, 0) => words.Count("headcount.women", women),
                var (women, men) => $"{words.Count("headcount.women", women)}, {words.Count("headcount.men", men)}",
            }
        );

    /// <summary>An option's name; a session may hold one that the plan no longer has.</summary>
    public static string Label(Question question, string optionId) =>
        ((question as Question.Choice)?.Options ?? (question as Question.HeadCount)?.Options)
            ?.FirstOrDefault(option => option.Id == optionId)
            ?.Label
        ?? optionId;
}
