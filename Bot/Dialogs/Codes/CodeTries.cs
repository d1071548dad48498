using AgaBot.Plans;

namespace AgaBot.Dialogs.Codes;

/// <summary>
/// Counts wrong codes in one conversation: at most <see cref="Most"/>, until an hour has passed since the last wrong code.
/// </summary>
internal static class CodeTries
{
    public const int Most = 5;

    public static bool AreExhausted(DialogContext context) => SoFar(context) >= Most;

    public static DialogContext CountWrong(DialogContext context) =>
        context.With(context.Conversation with { CodeAttempts = SoFar(context) + 1, LastWrongCode = context.Turn.Now });

    /// <summary>Whether the person gave consent on an earlier day. An attacker who invents participants has to do so a day ahead.</summary>
    public static bool IsKnown(DialogContext context) =>
        context.Participant.ConsentedOn is { } consented && LimaCalendar.DayOf(consented) < context.Turn.Today;

    private static int SoFar(DialogContext context) =>
        context.Conversation.LastWrongCode is { } last && context.Turn.Now - last < WrongTries.Window
            ? context.Conversation.CodeAttempts
            : 0;
}
