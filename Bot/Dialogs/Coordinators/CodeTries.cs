using AgaBot.Plans;

namespace AgaBot.Dialogs.Coordinators;

/// <summary>Wrong codes in one conversation, kept with it: <see cref="Most"/>, and an hour after the last of them again as many.</summary>
internal static class CodeTries
{
    public const int Most = 5;

    public static bool AreExhausted(Moment moment) => SoFar(moment) >= Most;

    public static Moment CountWrong(Moment moment) =>
        moment.With(moment.Talk with { CodeAttempts = SoFar(moment) + 1, LastWrongCode = moment.Heard.Now });

    /// <summary>Whether the person was here on an earlier day: who makes up people has to make them up a day before.</summary>
    public static bool IsKnown(Moment moment) =>
        moment.Participant.ConsentedOn is { } consented && LimaCalendar.DayOf(consented) < moment.Heard.Today;

    private static int SoFar(Moment moment) =>
        moment.Talk.LastWrongCode is { } last && moment.Heard.Now - last < WrongTries.Window ? moment.Talk.CodeAttempts : 0;
}
