using AgaBot.Plans;

namespace AgaBot.Dialogs.Codes;

/// <summary>
/// Delays the codes of a conversation after its own wrong ones, for each kind apart (docs/decisions/0042). Others never cause a wait: where
/// an address block is loud, only the number of free tries is smaller, and the first code of a conversation is always compared.
/// </summary>
internal sealed class CodeTries(WrongTries blocks)
{
    /// <summary>Wrong codes without a wait.</summary>
    public const int Free = 5;

    /// <summary>The same in a loud address block.</summary>
    public const int FreeInLoudBlock = 1;

    /// <summary>The reply where a code is not compared yet; null where it may be.</summary>
    public Decision? Refuse(DialogContext context, CodeKind kind)
    {
        bool isLoud = !IsKnown(context) && blocks.IsLoud(kind, context.Turn.AddressBlock);
        TimeSpan wait = WrongCodes.WaitAfter(Of(context.Conversation, kind), isLoud ? FreeInLoudBlock : Free, context.Turn.Now);
        return wait == TimeSpan.Zero ? null : context.Say(context.Words.Say("code.wait", Math.Ceiling(wait.TotalMinutes)));
    }

    public DialogContext CountWrong(DialogContext context, CodeKind kind)
    {
        if (!IsKnown(context))
            blocks.Count(kind, context.Turn.AddressBlock);
        return With(context, kind, WrongCodes.After(Of(context.Conversation, kind), context.Turn.Now));
    }

    /// <summary>After a right code.</summary>
    public static DialogContext Forget(DialogContext context, CodeKind kind) => With(context, kind, null);

    /// <summary>Whether the person gave consent on an earlier day. An attacker who invents participants has to do so a day ahead.</summary>
    private static bool IsKnown(DialogContext context) =>
        context.Participant.ConsentedOn is { } consented && LimaCalendar.DayOf(consented) < context.Turn.Today;

    private static WrongCodes? Of(ConversationState conversation, CodeKind kind) =>
        kind switch
        {
            CodeKind.Coordinator => conversation.LastWrongCode is { } last ? new WrongCodes(conversation.CodeAttempts, last) : null,
            CodeKind.Link => conversation.WrongLinks,
            _ => conversation.WrongSeats,
        };

    private static DialogContext With(DialogContext context, CodeKind kind, WrongCodes? wrong) =>
        context.With(
            kind switch
            {
                CodeKind.Coordinator => context.Conversation with { CodeAttempts = wrong?.Count ?? 0, LastWrongCode = wrong?.Last },
                CodeKind.Link => context.Conversation with { WrongLinks = wrong },
                _ => context.Conversation with { WrongSeats = wrong },
            }
        );
}
