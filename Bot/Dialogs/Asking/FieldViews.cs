using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Dialogs.Views;
using AgaBot.Forms;

namespace AgaBot.Dialogs.Asking;

/// <summary>Makes the input by which a card asks a question. Labels and values are not escaped: inputs do not render Markdown.</summary>
internal static class FieldViews
{
    /// <summary>
    /// Maximum length, in UTF-16 code units, of an input whose question sets no bound. Longer answers are refused anyway.
    /// </summary>
    private const int LongestShortAnswer = 500;

    public static FieldView Of(OpenForm open, Question question) =>
        new(
            InputId(open, question.Id),
            open.Asks(question),
            QuestionMessage.Unfinished(open, question) ?? open.Words[$"kind.{QuestionKindName.ForHints(question)}.cardHint"],
            Placeholder(open, question),
            AnswerPhrases.Input(open.Words, open.Session.Answers.GetValueOrDefault(question.Id)),
            question.Required,
            open.Words[$"kind.{QuestionKindName.ForHints(question)}.error"],
            MaxLength(question),
            question is Question.Choice choice
                ?
                [
                    .. choice.Options.Select(option => new ChoiceView(
                        option.Label,
                        option.Id,
                        PlainInCards.Escape(QuestionHelp.Named(open.Words, option))
                    )),
                ]
                : []
        );

    /// <param name="value">The current value of the row's cell.</param>
    public static FieldView Of(OpenForm open, Column column, string value = "") =>
        new(
            InputId(open, column.Id),
            open.Text(column.Id, "name"),
            Hint: "",
            open.Text(column.Id, "example"),
            value,
            column.Required,
            open.Text(column.Id, "error"),
            column.Kind == ColumnKind.PlanDate ? LongestShortAnswer : Question.Text.DefaultMaxLength,
            []
        );

    /// <summary>An example of an answer; a closed list says that something is to be chosen, since an example would look chosen.</summary>
    private static string Placeholder(OpenForm open, Question question) =>
        question is Question.Choice ? open.Words["kind.choice.placeholder"]
        : open.AskedAs is null ? open.Text(question.Id, "example")
        : "";

    public static string InputId(OpenForm open, string id) =>
        string.Create(CultureInfo.InvariantCulture, $"{id}.{open.Session.Id}.{open.Session.Revision}");

    private static int MaxLength(Question question) =>
        question switch
        {
            Question.Text text => text.MaxLength,
            Question.List list => list.MaxItems * list.MaxItemLength,
            Question.Choice
            or Question.Rows
            or Question.HeadCount
            or Question.PlanDate
            or Question.Date
            or Question.Number
            or Question.YesNo => LongestShortAnswer,
            _ => throw new UnreachableException(),
        };
}
