using System.Text;
using AgaBot.Dialogs.Commands;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Dialogs.Views;
using AgaBot.Forms;

namespace AgaBot.Dialogs.Asking;

/// <summary>Shows every answer before it is sent, each with a way to change it.</summary>
internal static class ReviewReply
{
    /// <summary>
    /// UTF-16 code units of one answer on the card: eight of them stay under the 28 KB that Teams takes even where each becomes four bytes,
    /// as a quote does that is escaped for Markdown and again for JSON. The words of the reply always hold them whole.
    /// </summary>
    internal const int LongestOnCard = 600;

    /// <summary>The same bound for the card's own copy of the words.</summary>
    internal const int LongestFallback = 2_000;

    public static Reply Say(OpenForm open, Notice notice)
    {
        Words words = open.Words;
        string intro = open.AttachedTo is { } component
            ? words.Say("review.textAttached", open.Name, component)
            : words.Say("review.text", open.Name);

        var text = new StringBuilder(notice.Above(intro));
        var lines = new List<ReviewLine>();
        foreach (Question question in FormWalk.Asked(open.Form, open.Session))
        {
            int number = lines.Count + 1;
            string name = open.Text(question.Id, "name");
            string answer = AnswerPhrases.Say(words, question, open.Session.Answers.GetValueOrDefault(question.Id));
            text.Append('\n').Append(words.Say("review.line", number, name, answer.Contains('\n', StringComparison.Ordinal) ? "\n" + answer : answer));
            lines.Add(new ReviewLine(number, name, PlainInCards.Escape(Excerpt.Shorten(answer, LongestOnCard)), words.Say("button.edit", number)));
        }
        string former = FormerAnswers.Say(open);
        text.Append(former).Append("\n\n").Append(words["review.howToGoOn"]);

        return new Reply(text.ToString(), new ReviewView
        {
            FallbackText = Excerpt.Shorten(text.ToString(), LongestFallback),
            Speak = notice.Above(intro),
            Lang = words.Language,
            Title = PlainInCards.Escape(open.Title),
            Text = PlainInCards.Escape(intro + Excerpt.Shorten(former, LongestOnCard)),
            Notice = PlainInCards.Escape(notice.Text),
            Offers = notice.OfferViews,
            Origin = PlaceReply.Origin(open),
            Lines = [.. lines],
            SendLabel = words["button.send"],
            CancelLabel = words["button.cancel"],
            CancelCommand = CommandVocabulary.Name(words, "command.cancel"),
        });
    }
}
