using System.Diagnostics;
using System.Globalization;
using AgaBot.Forms;

namespace AgaBot.Dialogs.Phrasing;

/// <summary>Formats an answer as the person gave it.</summary>
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

    /// <summary>The value of an input for changing the answer: what the person would type or choose again.</summary>
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

    /// <summary>"Organizar escuelas familiares: Jun 2016 – Jul 2017"; with one date if the row has only one.</summary>
    public static string Say(Words words, Row row) =>
        row.Cells switch
        {
            [var what, { Words: "" }, { Words: "" }] => what.Words,
            [var what, var start, { Words: "" }] => $"{what.Words}: {words.Say("rows.from", start.Words)}",
            [var what, { Words: "" }, var end] => $"{what.Words}: {words.Say("rows.to", end.Words)}",
            [var what, .. var later] => $"{what.Words}: {string.Join(" – ", later.Select(cell => cell.Words))}",
            [] => "",
        };

    /// <summary>"Municipios: 3 mujeres, 2 hombres"; zero counts are left out.</summary>
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

    /// <summary>An option's name; its id if the plan no longer has the option.</summary>
    public static string Label(Question question, string optionId) =>
        ((question as Question.Choice)?.Options ?? (question as Question.HeadCount)?.Options)
            ?.FirstOrDefault(option => option.Id == optionId)
            ?.Label
        ?? optionId;
}
