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
    public ValueTask<Decision> DecideAsync(Moment moment, Setting.Group group, CancellationToken cancellationToken) =>
        moment.Heard.Said switch
        {
            // Somebody came into the group: the others do not want to read a greeting each time.
            Said.Joined or Said.Removed => ValueTask.FromResult(moment.Say([])),
            Said.Installed => Say(moment, group, moment.Words.Say("group.welcome", plan.Name, plan.Place)),
            // A mention with nothing behind it, more often than not.
            Said.Unreadable => Say(moment, group, moment.Words["group.help"]),
            Said.Typed typed => SaidAsync(moment, group, typed.Text, cancellationToken),
            Said.Pressed { Submit: { Action: CardActions.Command, Command: { } words } } => SaidAsync(
                moment,
                group,
                words,
                cancellationToken
            ),
            Said.Pressed or Said.Sent => Say(moment, group, moment.Words["group.privately"]),
            _ => throw new UnreachableException(),
        };

    private ValueTask<Decision> SaidAsync(Moment moment, Setting.Group group, string text, CancellationToken cancellationToken) =>
        CommandReader.Read(text) switch
        {
            Utterance.Ordered { Command: Command.ShowProgress } => progress.ShowAsync(moment, cancellationToken),
            Utterance.Ordered { Command: Command.ListConsultations } => consultations.ShowAsync(moment, cancellationToken),
            Utterance.Ordered { Command: Command.Hello or Command.Help } => Say(moment, group, moment.Words["group.help"]),
            Utterance.Ordered { Command: Command.ChangeLanguage change } => ChangeLanguage(moment, group, change.To),
            // A code is a secret: it does not stand in a link that others can open.
            Utterance.Ordered { Command: Command.BecomeCoordinator or Command.TakeLink or Command.ClaimSeat } => Say(
                moment,
                group,
                moment.Words["group.privately"]
            ),
            Utterance.Ordered ordered => Say(moment, group, moment.Words["group.privately"], ordered.Text.Trim()),
            Utterance.Told => Say(moment, group, moment.Words.Say("group.notUnderstood", moment.Words["group.help"])),
            _ => throw new UnreachableException(),
        };

    private static ValueTask<Decision> ChangeLanguage(Moment moment, Setting.Group group, string? to)
    {
        Words words = to is null ? moment.Words.Other : Words.Of(to);
        Moment now = moment.With(moment.Talk with { Language = words.Language });
        return Say(now, group, $"{words["language.changed"]} {words["group.help"]}");
    }

    /// <param name="then">What the person will say in the chat that the button opens.</param>
    private static ValueTask<Decision> Say(Moment moment, Setting.Group group, string text, string then = "")
    {
        if (group.PrivateChat is not { } link)
            return ValueTask.FromResult(moment.Say(text));
        return ValueTask.FromResult(
            moment.Say(
                new Reply(
                    text,
                    new PrivateChatView
                    {
                        FallbackText = text,
                        Speak = text,
                        Lang = moment.Words.Language,
                        Text = PlainInCards.Escape(text),
                        LinkLabel = moment.Words["group.open"],
                        Link = link + Uri.EscapeDataString(then.Length > 0 ? then : CommandVocabulary.Name(moment.Words, "command.hello")),
                    }
                )
            )
        );
    }
}
