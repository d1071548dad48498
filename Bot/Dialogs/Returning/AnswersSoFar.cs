using System.Collections.Immutable;
using AgaBot.Dialogs.Asking;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Dialogs.Views;
using AgaBot.Forms.Walking;

namespace AgaBot.Dialogs.Returning;

/// <summary>
/// <i>Ver lo respondido</i>: shows the answers of a draft, each with a way to change it. The draft's position does not change.
/// </summary>
internal static class AnswersSoFar
{
    /// <param name="number">The draft's number in commands; null if the draft is the open form or the only draft.</param>
    /// <param name="isOpen">Whether a typed <i>editar N</i> applies to the draft.</param>
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
