using AgaBot.Dialogs.Phrasing;
using AgaBot.Dialogs.Views;
using AgaBot.Plans;

namespace AgaBot.Dialogs.Greeting;

/// <summary>Says what the bot is, how data is used and how long a ficha takes, with a button for each kind of person.</summary>
internal sealed class Welcome(Plan plan)
{
    private static readonly string[] Kinds = ["propose", "contribute", "progress"];

    public Reply Say(DialogContext context)
    {
        Words words = context.Words;
        string title = words["welcome.title"];
        string[] paragraphs =
        [
            words.Say("welcome.text", plan.Name, plan.Place),
            words.Say("welcome.whatHappens", plan.Responsible),
            words["welcome.howLong"],
        ];
        string text = string.Join(
            '\n',
            (string[])
                [$"{title}. {paragraphs[0]}", .. paragraphs[1..], "", .. Kinds.Select(kind => InWords(words, kind)), words["welcome.more"]]
        );
        return new Reply(
            text,
            new WelcomeView
            {
                FallbackText = text,
                Speak = $"{title}. {paragraphs[0]}",
                Lang = words.Language,
                Title = title,
                Paragraphs = [.. paragraphs.Select(PlainInCards.Escape)],
                Ways =
                [
                    .. Kinds.Select(kind => new WayIn(
                        words[$"welcome.{kind}"],
                        words[$"button.{kind}"],
                        CommandWords.Name(words, $"command.{kind}")
                    )),
                ],
                MoreLabel = words["button.moreWays"],
                Buttons = context.IsCoordinator
                    ? CommandButtons.Of(words, "introduce", "consultations", "myProposals", "help", "privacy", "newConsultation")
                    : CommandButtons.Of(words, "introduce", "consultations", "myProposals", "help", "privacy"),
                Language = CommandButtons.Of(words, "language")[0],
            }
        );
    }

    private static string InWords(Words words, string kind) =>
        words.Say("welcome.way", CommandWords.Name(words, $"command.{kind}"), words[$"welcome.{kind}"]);
}
