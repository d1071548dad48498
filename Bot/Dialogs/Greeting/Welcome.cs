using AgaBot.Dialogs.Phrasing;
using AgaBot.Dialogs.Views;
using AgaBot.Plans;

namespace AgaBot.Dialogs.Greeting;

/// <summary>Says who the bot is and what can be done here.</summary>
internal sealed class Welcome(Plan plan)
{
    public Reply Say(Moment moment)
    {
        Words words = moment.Words;
        string greeting = words.Say("welcome.text", plan.Name, plan.Place);
        string title = words["welcome.title"];
        string text = $"{title}. {greeting}\n\n{Orders(moment)}";
        return new Reply(text, new WelcomeView
        {
            FallbackText = text,
            Speak = $"{title}. {greeting}",
            Lang = words.Language,
            Title = title,
            Text = PlainInCards.Escape(greeting),
            Buttons = moment.IsCoordinator
                ? CommandButtons.Of(words, "propose", "contribute", "consultations", "myProposals", "progress", "newConsultation", "language")
                : CommandButtons.Of(words, "propose", "contribute", "consultations", "myProposals", "progress", "language"),
        });
    }

    /// <summary>What can be asked for where no form is open, one a line.</summary>
    public static string Orders(Moment moment) => moment.IsCoordinator
        ? $"{moment.Words["help.orders"]}\n{moment.Words["help.coordinatorOrders"]}"
        : moment.Words["help.orders"];
}
