using AgaBot.Forms.Dates;

namespace AgaBot.Forms.Reading;

/// <summary>Parses an answer as a plan date, or as exactly one day.</summary>
internal static class DateReader
{
    public static ParseResult ReadPlanDate(Question.PlanDate question, string words, DateOnly today)
    {
        if (words.Length > PlanDateParser.MaxLength)
            return new ParseResult.Unclear(new Problem.TooLong(words.Length, PlanDateParser.MaxLength));
        PlanDate date = PlanDateParser.Parse(words, today, question.Plan);
        return date.Precision == DatePrecision.Words
            ? new ParseResult.Unclear(new Problem.UnclearDate(words))
            : new ParseResult.Understood(new Answer.When(date));
    }

    public static ParseResult ReadDay(string words, DateOnly today) =>
        PlanDateParser.Parse(words, today) is { Precision: DatePrecision.Day, Earliest: { } day }
            ? new ParseResult.Understood(new Answer.Day(day))
            : new ParseResult.Unclear(new Problem.NotADate(words));
}
