using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using AgaBot.Forms;

namespace AgaBot.Dialogs.Phrasing;

/// <summary>Says an answer as the person gave it.</summary>
internal static class AnswerPhrases
{
    public static string Say(Words words, Question question, Answer? answer) => answer switch
    {
        null => words["answer.none"],
        Answer.Choice choice => Label(question, choice.OptionId),
        Answer.Text text => text.Value,
        Answer.List list => list.Words,
        Answer.Rows { Items: [] } => words["answer.none"],
        Answer.Rows rows => string.Join('\n', rows.Items.Select(row => "- " + Say(words, row))),
        Answer.When date => date.Date.Words,
        Answer.Day day => DatePhrases.Day(words, day.Date),
        Answer.Number number => number.Value.ToString(words.Culture),
        Answer.YesNo yesNo => words[yesNo.Yes ? "answer.yes" : "answer.no"],
        _ => throw new UnreachableException(),
    };

    /// <summary>What an input is filled with so that the answer can be changed: what its person would type or choose again.</summary>
    public static string Input(Words words, Answer? answer) => answer switch
    {
        null or Answer.Rows => "",
        Answer.Choice choice => choice.OptionId,
        Answer.Text text => text.Value,
        Answer.List list => list.Words,
        Answer.When date => date.Date.Words,
        Answer.Day day => day.Date.ToString("O", CultureInfo.InvariantCulture),
        Answer.Number number => number.Value.ToString(CultureInfo.InvariantCulture),
        Answer.YesNo yesNo => words[yesNo.Yes ? "answer.yes" : "answer.no"],
        _ => throw new UnreachableException(),
    };

    /// <summary>"Organizar escuelas familiares: Jun 2016 – Jul 2017".</summary>
    public static string Say(Words words, Row row)
    {
        ImmutableArray<string> later = [.. row.Cells.Skip(1).Select(cell => cell.Words)];
        return later.All(cell => cell.Length == 0)
            ? row.Cells[0].Words
            : $"{row.Cells[0].Words}: {string.Join(" – ", later.Select(cell => cell.Length == 0 ? words["answer.noDate"] : cell))}";
    }

    /// <summary>An option's name; a session may hold one that the plan no longer has.</summary>
    public static string Label(Question question, string optionId) =>
        (question as Question.Choice)?.Options.FirstOrDefault(option => option.Id == optionId)?.Label ?? optionId;
}
