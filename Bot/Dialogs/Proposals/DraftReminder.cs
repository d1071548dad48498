using AgaBot.Dialogs.Drafting;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Dialogs.Views;
using AgaBot.Forms;
using AgaBot.Plans;
using AgaBot.Plans.FormDefinitions;
using AgaBot.Plans.Retention;
using Microsoft.Extensions.Options;

namespace AgaBot.Dialogs.Proposals;

/// <summary>Reminds a person once of a draft that they have not touched for some time, and lets them refuse reminders.</summary>
internal sealed class DraftReminder(ProposalForms forms, IOptions<RetentionOptions> retention)
{
    /// <summary>Says nothing if the draft was sent, discarded or changed meanwhile, or if the person refuses reminders.</summary>
    public Decision Say(DialogContext context, ProposalId id)
    {
        if (
            context.State.Person.RefusesReminders
            || ProposalDrafts.Find(context.State, id) is not { } draft
            || !DraftRetention.IsToBeRemindedOf(draft, retention.Value, context.Turn.Now)
        )
            return context.Say([]);
        return Decision.Say(ProposalDrafts.Put(context.State, draft with { RemindedAt = context.Turn.Now }), Reply(context, draft));
    }

    public static Decision Stop(DialogContext context) =>
        Wanting(context, refuses: true)
            .Say(context.Words.Say("reminder.stopped", CommandWords.Name(context.Words, "command.allowReminders")));

    public static Decision Allow(DialogContext context) => Wanting(context, refuses: false).Say(context.Words["reminder.allowed"]);

    private static DialogContext Wanting(DialogContext context, bool refuses) =>
        context with
        {
            State = context.State with { Person = context.State.Person with { RefusesReminders = refuses } },
        };

    private Reply Reply(DialogContext context, Draft draft)
    {
        Words words = context.Words;
        string stop = CommandWords.Name(words, "command.stopReminders");
        int number = ProposalDrafts.Listed(context.State).IndexOf(draft) + 1;
        string told = Told(words, draft);
        string choices = words.Say(
            "reminder.choices",
            Numbered(words, "command.resume", number),
            Numbered(words, "command.discard", number),
            stop
        );
        return new Reply(
            $"{told}\n\n{choices}",
            new ReminderView
            {
                FallbackText = $"{told}\n\n{choices}",
                Speak = told,
                Lang = words.Language,
                Title = words["reminder.title"],
                Text = PlainInCards.Escape(told),
                Session = draft.Session.Id,
                ResumeLabel = words["button.resume"],
                DiscardLabel = words["button.discard"],
                StopLabel = words["button.stopReminders"],
                StopCommand = stop,
            }
        );
    }

    private string Told(Words words, Draft draft)
    {
        string name = forms.Of(draft, words).Name;
        string subject = FirstWords.Of(draft) is { Length: > 0 } first ? words.Say("reminder.named", name, first) : name;
        Form form = forms.Of(draft.Kind);
        return words.Say(
            "reminder.text",
            subject,
            form.Questions.Count(question => draft.Session.Answers.ContainsKey(question.Id)),
            form.Questions.Length,
            DatePhrases.Day(words, LimaCalendar.DayOf(DraftRetention.KeptUntil(draft, retention.Value)))
        );
    }

    private static string Numbered(Words words, string command, int number) =>
        words.Say("reminder.command", CommandWords.Name(words, command), number);
}
