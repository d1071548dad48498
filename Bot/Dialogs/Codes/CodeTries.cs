using AgaBot.Plans;

namespace AgaBot.Dialogs.Codes;

/// <summary>Wrong codes in one conversation, kept with it: <see cref="Most"/>, and an hour after the last of them again as many.</summary>
internal static class CodeTries
{
    public const int Most = 5;

    public static bool AreExhausted(DialogContext context) => SoFar(context) >= Most;

    public static DialogContext CountWrong(DialogContext context) =>
        context.With(context.Conversation with { CodeAttempts = SoFar(context) + 1, LastWrongCode = context.Turn.Now });

    /// <summary>Whether the person was here on an earlier day: who makes up people has to make them up a day before.</summary>
    public static bool IsKnown(DialogContext context) =>
        context.Participant.ConsentedOn is { } consented && LimaCalendar.DayOf(consented) < context.Turn.Today;

    private static int SoFar(DialogContext context) =>
        context.Conversation.LastWrongCode is { } last && context.Turn.Now - last < WrongTries.Window
            ? context.Conversation.CodeAttempts
            : 0;
}
