namespace AgaBot.Forms;

/// <summary>Reads an answer as a plan date, or as exactly one day.</summary>
internal static class DateReader
{
    public static Reading ReadPlanDate(Question.PlanDate question, string words, DateOnly today)
    {
        if (words.Length > PlanDateParser.MaxLength)
            return new Reading.Unclear(new Problem.TooLong(words.Length, PlanDateParser.MaxLength));
        PlanDate date = PlanDateParser.Parse(words, today, question.Plan);
        return date.Precision == DatePrecision.Words
            ? new Reading.Unclear(new Problem.UnclearDate(words))
            : new Reading.Understood(new Answer.When(date));
    }

    public static Reading ReadDay(string words, DateOnly today) =>
        PlanDateParser.Parse(words, today) is { Precision: DatePrecision.Day, Earliest: { } day }
            ? new Reading.Understood(new Answer.Day(day))
            : new Reading.Unclear(new Problem.NotADate(words));
}
