using System.Diagnostics;
using AgaBot.Forms.Normalization;

namespace AgaBot.Forms.Reading;

/// <summary>Parses text as an answer to a question of any kind.</summary>
internal static class AnswerReader
{
    /// <summary>Maximum UTF-16 code units of an answer that is not text: a longer one cannot be an option, a date or a number.</summary>
    public const int ShortAnswerLength = 500;

    public static ParseResult Read(Question question, string text, DateOnly today)
    {
        string words = UserText.Clean(text);
        if (UserText.IsBlank(words))
            return new ParseResult.Blank();

        return question switch
        {
            Question.Text one => TextReader.Read(one, words),
            Question.List one => ListReader.Read(one, words),
            Question.Rows one => RowsReader.ReadLines(one, words, today),
            Question.HeadCount one => HeadCountReader.Read(one, words),
            _ when words.Length > ShortAnswerLength => new ParseResult.Unclear(new Problem.TooLong(words.Length, ShortAnswerLength)),
            Question.Choice one => ChoiceReader.Read(one, words),
            Question.PlanDate one => DateReader.ReadPlanDate(one, words, today),
            Question.Date => DateReader.ReadDay(words, today),
            Question.Number one => NumberReader.Read(one, words),
            Question.YesNo => YesNoReader.ReadAnswer(words),
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>
    /// Parses the value of a card. An option is given by its id. The unticked box of a question that requires a yes is no answer, rather
    /// than a no.
    /// </summary>
    public static ParseResult ReadCard(Question question, string value, DateOnly today) =>
        question switch
        {
            Question.Choice choice when choice.Options.Any(option => option.Id == value) => new ParseResult.Understood(
                new Answer.Choice(value)
            ),
            Question.YesNo { OnlyYes: true } when value == YesNoReader.Unticked => new ParseResult.Blank(),
            _ => Read(question, value, today),
        };
}
