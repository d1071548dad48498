using System.Collections.Immutable;
using AgaBot.Dialogs.Asking;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Dialogs.Views;
using AgaBot.Forms.Walking;

namespace AgaBot.Dialogs.Returning;

/// <summary><i>Ver lo respondido</i>: what a draft holds so far, each answer with a way to change it. Nothing moves by it.</summary>
internal static class AnswersSoFar
{
    /// <param name="number">By which commands find it where it is not the form that is open; null where it is, or where it is the only one.</param>
    /// <param name="isOpen">Whether <i>editar N</i> reaches it in words.</param>
    public static Reply Say(OpenForm open, string intro, int? number, bool isOpen)
    {
        Words words = open.Words;
        string goOn = CommandWords.Name(words, "command.goOn", number);
        ImmutableArray<ReviewLine> lines =
        [
            .. FormWalk
                .Asked(open.Form, open.Session)
                .Select(
                    (question, index) =>
                        new ReviewLine(
                            index + 1,
                            open.Text(question.Id, "name"),
                            AnswerPhrases.Say(words, question, open.Session.Answers.GetValueOrDefault(question.Id)),
                            words.Say("button.edit", index + 1)
                        )
                ),
        ];
        string text = string.Join(
            '\n',
            (string[])
                [
                    intro,
                    .. lines.Select(line => InWords(words, line)),
                    "",
                    words.Say(isOpen ? "answers.howToGoOn" : "answers.howToResume", goOn),
                ]
        );
        int longest = ReviewMessage.LongestOnCard([.. lines.Select(static line => line.Answer)]);
        return new Reply(
            text,
            new AnswersView
            {
                FallbackText = Excerpt.Shorten(text, ReviewMessage.LongestFallback),
                Speak = intro,
                Lang = words.Language,
                Title = PlainInCards.Escape(intro),
                Session = open.Session.Id,
                Revision = open.Session.Revision,
                Lines = [.. lines.Select(line => line with { Answer = PlainInCards.Escape(Excerpt.Shorten(line.Answer, longest)) })],
                GoOnLabel = words["button.goOn"],
                GoOnCommand = goOn,
                DiscardLabel = words["button.discard"],
                DiscardCommand = CommandWords.Name(words, "command.discard", number),
            }
        );
    }

    private static string InWords(Words words, ReviewLine line) =>
        words.Say(
            "review.line",
            line.Number,
            line.Label,
            line.Answer.Contains('\n', StringComparison.Ordinal) ? "\n" + line.Answer : line.Answer
        );
}
