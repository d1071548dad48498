using System.Diagnostics;
using AgaBot.Dialogs.Commands;
using AgaBot.Dialogs.Consulting;
using AgaBot.Dialogs.Inputs;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Dialogs.Progress;
using AgaBot.Dialogs.Views;
using AgaBot.Plans;

namespace AgaBot.Dialogs.Groups;

/// <summary>
/// What is answered where others read it: only what is everybody's. Whatever is one person's is neither shown nor changed here, whoever
/// types it or presses a card; one sentence and one button lead to where the person is alone with the bot.
/// </summary>
internal sealed class GroupTalk(Plan plan, ConsultationList consultations, ProgressReport progress)
{
    public ValueTask<Decision> DecideAsync(DialogContext context, ConversationKind.Group group, CancellationToken cancellationToken) =>
        context.Turn.Input switch
        {
            // Somebody came into the group: the others do not want to read a greeting each time.
            UserInput.Joined or UserInput.Removed => ValueTask.FromResult(context.Say([])),
            UserInput.Installed => Say(context, group, context.Words.Say("group.welcome", plan.Name, plan.Place)),
            // A mention with nothing behind it, more often than not.
            UserInput.Unreadable => Say(context, group, context.Words["group.help"]),
            UserInput.Typed typed => SaidAsync(context, group, typed.Text, cancellationToken),
            UserInput.Pressed { Submit: { Action: CardActions.Command, Command: { } words } } => SaidAsync(
                context,
                group,
                words,
                cancellationToken
            ),
            UserInput.Pressed or UserInput.Sent => Say(context, group, context.Words["group.privately"]),
            _ => throw new UnreachableException(),
        };

    private ValueTask<Decision> SaidAsync(
        DialogContext context,
        ConversationKind.Group group,
        string text,
        CancellationToken cancellationToken
    ) =>
        CommandReader.Read(text) switch
        {
            Utterance.Ordered { Command: Command.ShowProgress } => progress.ShowAsync(context, cancellationToken),
            Utterance.Ordered { Command: Command.ListConsultations } => consultations.ShowAsync(context, cancellationToken),
            Utterance.Ordered { Command: Command.Hello or Command.Help } => Say(context, group, context.Words["group.help"]),
            Utterance.Ordered { Command: Command.ChangeLanguage change } => ChangeLanguage(context, group, change.To),
            // A code is a secret: it does not stand in a link that others can open.
            Utterance.Ordered { Command: Command.BecomeCoordinator or Command.TakeLink or Command.ClaimSeat } => Say(
                context,
                group,
                context.Words["group.privately"]
            ),
            Utterance.Ordered ordered => Say(context, group, context.Words["group.privately"], ordered.Text.Trim()),
            Utterance.Told => Say(context, group, context.Words.Say("group.notUnderstood", context.Words["group.help"])),
            _ => throw new UnreachableException(),
        };

    private static ValueTask<Decision> ChangeLanguage(DialogContext context, ConversationKind.Group group, string? to)
    {
        Words words = to is null ? context.Words.Other : Words.Of(to);
        DialogContext now = context.With(context.Conversation with { Language = words.Language });
        return Say(now, group, $"{words["language.changed"]} {words["group.help"]}");
    }

    /// <param name="then">What the person will say in the chat that the button opens.</param>
    private static ValueTask<Decision> Say(DialogContext context, ConversationKind.Group group, string text, string then = "")
    {
        if (group.PrivateChat is not { } link)
            return ValueTask.FromResult(context.Say(text));
        return ValueTask.FromResult(
            context.Say(
                new Reply(
                    text,
                    new PrivateChatView
                    {
                        FallbackText = text,
                        Speak = text,
                        Lang = context.Words.Language,
                        Text = PlainInCards.Escape(text),
                        LinkLabel = context.Words["group.open"],
                        Link = link + Uri.EscapeDataString(then.Length > 0 ? then : CommandVocabulary.Name(context.Words, "command.hello")),
                    }
                )
            )
        );
    }
}
