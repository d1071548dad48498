using System.Collections.Immutable;
using System.Text;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Dialogs.Views;
using AgaBot.Forms;
using AgaBot.Forms.Walking;

namespace AgaBot.Dialogs.Asking;

/// <summary>Shows every answer before the form is sent, each with a way to change it.</summary>
internal static class ReviewMessage
{
    /// <summary>
    /// Maximum UTF-16 code units of all answers on the card together. With the advice below them, the card stays under the 28 KB limit of
    /// Teams even if each code unit becomes four bytes, as a quotation mark escaped for Markdown and again for JSON does. The text of the
    /// reply always holds the whole answers.
    /// </summary>
    internal const int MostOnCard = 2_800;

    private const int QuestionsOfThePaperForm = 8;

    /// <summary>Maximum UTF-16 code units of the card's fallback text.</summary>
    internal const int LongestFallback = 2_000;

    /// <summary>Maximum UTF-16 code units of each answer on a card of these answers: an equal share if they do not fit whole.</summary>
    internal static int LongestOnCard(ImmutableArray<string> answers) =>
        answers.Sum(static answer => answer.Length) <= MostOnCard
            ? MostOnCard
            : MostOnCard / Math.Max(answers.Length, QuestionsOfThePaperForm);

    public static Reply Say(OpenForm open, Notice notice)
    {
        Words words = open.Words;
        string intro = open.AttachedTo is { } component
            ? words.Say("review.textAttached", open.Name, component)
            : words.Say("review.text", open.Name);

        ImmutableArray<Question> asked = FormWalk.Asked(open.Form, open.Session);
        ImmutableArray<string> answers =
        [
            .. asked.Select(question => AnswerPhrases.Say(words, question, open.Session.Answers.GetValueOrDefault(question.Id))),
        ];
        int longest = LongestOnCard(answers);

        // What is pointed out comes before the buttons to change an answer, which it explains.
        var text = new StringBuilder(notice.Above(intro));
        var lines = new List<ReviewLine>();
        bool hasDetailsToAdd = false;
        foreach ((int index, (Question question, string answer)) in asked.Zip(answers).Index())
        {
            if (open.Form.DetailsOnRequest && !open.Session.Answers.ContainsKey(question.Id))
            {
                hasDetailsToAdd = true;
                continue;
            }
            int number = index + 1;
            string name = open.Text(question.Id, "name");
            text.Append('\n')
                .Append(words.Say("review.line", number, name, answer.Contains('\n', StringComparison.Ordinal) ? "\n" + answer : answer));
            lines.Add(
                new ReviewLine(number, name, PlainInCards.Escape(Excerpt.Shorten(answer, longest)), words.Say("button.edit", number))
            );
        }
        string former = FormerAnswers.Say(open);
        text.Append(former);
        if (hasDetailsToAdd)
            text.Append("\n\n").Append(words["review.details"]);
        text.Append("\n\n").Append(words["review.howToGoOn"]);

        return new Reply(
            text.ToString(),
            new ReviewView
            {
                FallbackText = Excerpt.Shorten(text.ToString(), LongestFallback),
                Speak = notice.Above(intro),
                Lang = words.Language,
                Title = PlainInCards.Escape(open.Title),
                Text = PlainInCards.Escape(intro + Excerpt.Shorten(former, MostOnCard / QuestionsOfThePaperForm)),
                Notice = PlainInCards.Escape(notice.Text),
                Offers = notice.OfferViews,
                Origin = PlaceMessage.Origin(open),
                Lines = [.. lines],
                SendLabel = words["button.send"],
                DetailsLabel = hasDetailsToAdd ? words["button.details"] : "",
                CancelLabel = words["button.cancel"],
                CancelCommand = CommandWords.Name(words, "command.cancel"),
            }
        );
    }

    /// <summary>
    /// Adds advice and similar proposals to the review of a proposal, above the line on how to go on. If the text is only the short line of
    /// a waiting review, the text stays as it is.
    /// </summary>
    public static Reply Add(Words words, Reply review, ImmutableArray<AdviceLine> advice, ImmutableArray<SimilarLine> similar)
    {
        var view = (ReviewView)(review.Card ?? throw new ArgumentException("A review has its card.", nameof(review)));
        string ending = words["review.howToGoOn"];
        string text = review.Text.EndsWith(ending, StringComparison.Ordinal)
            ? InWords(words, review.Text[..^ending.Length], advice, similar)
                + words[similar.IsEmpty ? "review.howToGoOn" : "review.howToGoOnAnyway"]
            : review.Text;
        return new Reply(
            text,
            view with
            {
                FallbackText = Excerpt.Shorten(text, LongestFallback),
                AdviceTitle = advice.IsEmpty ? "" : words["advice.title"],
                Advice = [.. advice.Select(static line => line with { Text = PlainInCards.Escape(line.Text) })],
                SimilarTitle = similar.IsEmpty ? "" : words["similar.title"],
                Similar =
                [
                    .. similar.Select(static line =>
                        line with
                        {
                            Name = PlainInCards.Escape(line.Name),
                            Words = PlainInCards.Escape(line.Words),
                        }
                    ),
                ],
                SendLabel = similar.IsEmpty ? view.SendLabel : words["button.sendAnyway"],
                PreviewLabel = words["button.preview"],
                PreviewCommand = CommandWords.Name(words, "command.preview"),
            }
        );
    }

    private static string InWords(Words words, string review, ImmutableArray<AdviceLine> advice, ImmutableArray<SimilarLine> similar)
    {
        var text = new StringBuilder(review, review.Length + 1_000);
        if (!advice.IsEmpty)
        {
            text.Append(words["advice.title"]);
            foreach (AdviceLine line in advice)
                text.Append('\n').Append(words.Say("advice.line", line.Text, line.Number));
            text.Append("\n\n");
        }
        if (!similar.IsEmpty)
        {
            text.Append(words["similar.title"]);
            foreach (SimilarLine line in similar)
                text.Append('\n').Append(words.Say("similar.line", line.Name, line.Words));
            text.Append('\n').Append(HowToGoOn(words, similar)).Append("\n\n");
        }
        return text.ToString();
    }

    /// <summary>Names the first proposal that the person may support: neither their own nor one that they already support.</summary>
    private static string HowToGoOn(Words words, ImmutableArray<SimilarLine> similar)
    {
        int first = similar.TakeWhile(static line => line.SupportLabel.Length == 0).Count() + 1;
        return first <= similar.Length ? words.Say("similar.howToGoOn", first) : words["similar.howToGoOnAdd"];
    }
}
