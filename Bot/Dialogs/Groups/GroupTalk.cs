using System.Diagnostics;
using AgaBot.Dialogs.Commands;
using AgaBot.Dialogs.Inputs;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Dialogs.Views;
using AgaBot.Plans;

namespace AgaBot.Dialogs.Groups;

/// <summary>
/// Answers in groups, where others read along: only public information. Private data is neither shown nor changed here, even if a card is
/// pressed. One sentence and one button lead to the private chat with the bot.
/// </summary>
internal sealed class GroupTalk(Plan plan, CommandHandlers commands)
{
    public ValueTask<Decision> DecideAsync(DialogContext context, ConversationKind.Group group, CancellationToken cancellationToken) =>
        context.Turn.Input switch
        {
            // A greeting for each new member would disturb the others.
            UserInput.Joined or UserInput.Removed => ValueTask.FromResult(context.Say([])),
            UserInput.Installed => Say(context, group, context.Words.Say("group.welcome", plan.Name, plan.Place)),
            // Usually a mention of the bot without text.
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
            Utterance.Ordered { Command: ChangeLanguageCommand change } => ChangeLanguage(context, group, change),
            Utterance.Ordered ordered => FollowAsync(context, group, ordered, cancellationToken),
            _ => Say(context, group, context.Words.Say("group.notUnderstood", context.Words["group.help"])),
        };

    private ValueTask<Decision> FollowAsync(
        DialogContext context,
        ConversationKind.Group group,
        Utterance.Ordered ordered,
        CancellationToken cancellationToken
    ) =>
        ordered.Command.InGroup switch
        {
            GroupUse.Publicly => commands.FollowAsync(context, ordered.Command, open: null, cancellationToken),
            GroupUse.Help => Say(context, group, context.Words["group.help"]),
            GroupUse.Secretly => Say(context, group, context.Words["group.privately"]),
            _ => Say(context, group, context.Words["group.privately"], ordered.Text.Trim()),
        };

    private static ValueTask<Decision> ChangeLanguage(DialogContext context, ConversationKind.Group group, ChangeLanguageCommand change)
    {
        Words words = change.Choose(context.Words);
        DialogContext now = context.With(context.Conversation with { Language = words.Language });
        return Say(now, group, $"{words["language.changed"]} {words["group.help"]}");
    }

    /// <param name="then">The words to send in the chat that the button opens.</param>
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
                        Link = link + Uri.EscapeDataString(then.Length > 0 ? then : CommandWords.Name(context.Words, "command.hello")),
                    }
                )
            )
        );
    }
}
