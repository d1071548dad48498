using System.Collections.Immutable;
using System.Text;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Dialogs.Views;
using AgaBot.Forms;
using AgaBot.Forms.Walking;
using AgaBot.Plans.FormDefinitions;

namespace AgaBot.Dialogs.Asking;

/// <summary>Asks the question at hand, as text and as a card.</summary>
internal static class QuestionMessage
{
    public static Reply Say(OpenForm open, Notice notice)
    {
        Question question = open.QuestionAtHand ?? throw new InvalidOperationException("No question is at hand.");
        string text = notice.Above(
            open.RowAtHand is { } row ? RowInWords(open, row.Row, row.Number) : InWords(open, question, notice.ExplainsOptions)
        );
        return new Reply(
            text,
            question switch
            {
                Question.Rows rows when open.RowAtHand is { } at => RowCard.Make(open, rows, at.Row, at.Number, notice, text),
                Question.Rows rows => RowsCard.Make(open, rows, notice, text),
                Question.HeadCount count => HeadCountCard.Make(open, count, notice, text),
                Question.YesNo { OnlyYes: true } => ConsentCard(open, question, notice, text),
                _ when ProfileCard.Fits(open) => ProfileCard.Make(open, notice, text),
                _ when open.AskedTogether is { } second => PairCard(open, question, second, notice, text),
                _ => Card(open, question, notice, text),
            }
        );
    }

    public static NavigationView Navigation(OpenForm open, Question question) =>
        open.SendsAfter(question)
            ? new("", BackLabel: "", SkipLabel: "", HelpLabel: open.Words["button.help"])
            {
                SendLabel = open.Words["button.sendNow"],
                DetailsLabel = open.Words["button.details"],
            }
            : Steps(open, question);

    private static NavigationView Steps(OpenForm open, Question question) =>
        new(
            NextLabel: open.Words[open.Form is { HasReview: false, Questions.Length: 1 } ? "button.send" : "button.next"],
            BackLabel: open.NumberOf(question.Id) > 1 ? open.Words["button.back"] : "",
            SkipLabel: question.Required ? "" : open.Words["button.skip"],
            HelpLabel: open.Words["button.help"]
        );

    private static string InWords(OpenForm open, Question question, bool explains)
    {
        Words words = open.Words;
        var text = new StringBuilder(open.Asks(question));
        if (open.Progress is { Length: > 0 } progress)
            text.Append(" (").Append(progress).Append(')');
        ImmutableArray<Option> options = OptionsOf(question);
        for (int index = 0; index < options.Length; index++)
            text.Append('\n').Append(words.Say("list.numbered", index + 1, Shown(words, options[index], explains)));
        if (Unfinished(open, question) is { } unfinished)
            return text.Append('\n').Append(unfinished).ToString();
        if (open.Session.Answers.GetValueOrDefault(question.Id) is { } answer && question is not Question.YesNo { OnlyYes: true })
            text.Append('\n').Append(SoFar(words, question, answer));
        string more = question is Question.YesNo { OnlyYes: true } && !open.PrivacyNotice.IsEmpty ? words["consent.more"] : "";
        string kind = open.Hint.Length > 0 ? open.Hint : words[$"kind.{QuestionKindName.ForHints(question)}.hint"];
        string whole = open.Session.IsEmpty ? open.AllInOneHint : "";
        foreach (string hint in (string[])[kind, more, whole, Passing(open, question)])
        {
            if (hint.Length > 0)
                text.Append('\n').Append(hint);
        }
        return text.ToString();
    }

    private static ImmutableArray<Option> OptionsOf(Question question) =>
        question switch
        {
            Question.Choice choice => choice.Options,
            Question.HeadCount count => count.Options,
            _ => [],
        };

    private static string RowInWords(OpenForm open, Row row, int number) =>
        $"{open.Words.Say("row.ask", number, AnswerPhrases.Say(open.Words, row))}\n{open.Words["row.hint"]}";

    private static string Shown(Words words, Option option, bool explained) =>
        explained && QuestionHelp.Named(words, option) is { Length: > 0 } named ? named : option.Label;

    /// <summary>The last line of an unfinished text, and how to end that text; null if no text is unfinished.</summary>
    public static string? Unfinished(OpenForm open, Question question) =>
        open.Session.Unfinished.Contains(question.Id) && open.Session.Answer<Answer.Text>(question.Id) is { } text
            ? open.Words.Say("form.unfinished", Excerpt.Quote(text.Value.Split('\n')[^1]))
            : null;

    /// <summary>How to go on without an answer, or with the existing answer; a table has its own word for that.</summary>
    private static string Passing(OpenForm open, Question question) =>
        (open.Session.Answers.ContainsKey(question.Id), question) switch
        {
            (true, Question.Rows or Question.HeadCount or Question.YesNo { OnlyYes: true }) => "",
            (true, _) => open.Words["form.canKeep"],
            (false, { Required: false }) => open.Words["form.canSkip"],
            _ => "",
        };

    private static string SoFar(Words words, Question question, Answer answer) =>
        answer is Answer.Rows rows
            ? string.Join('\n', rows.Items.Select((row, index) => words.Say("rows.line", index + 1, AnswerPhrases.Say(words, row))))
            : words.Say("form.answerSoFar", AnswerPhrases.Say(words, question, answer));

    private static QuestionView Card(OpenForm open, Question question, Notice notice, string text) =>
        new(QuestionKindName.Of(question))
        {
            FallbackText = text,
            Speak = notice.Above(open.Asks(question)),
            Lang = open.Words.Language,
            Title = PlainInCards.Escape(open.Title),
            Progress = open.Progress,
            Field = FieldViews.Of(open, question),
            Notice = PlainInCards.Escape(notice.Text),
            NoticeIsProblem = notice.IsProblem,
            Offers = notice.OfferViews,
            Origin = PlaceMessage.Origin(open),
            Navigation = Navigation(open, question),
            CoversLabel =
                question is Question.Choice { Options: var options } && options.Any(static option => option.Covers.Length > 0)
                    ? open.Words["button.covers"]
                    : "",
            CoversShown = notice.ExplainsOptions,
            YesLabel = question is Question.YesNo ? open.Words["answer.yes"] : "",
            NoLabel = question is Question.YesNo ? open.Words["answer.no"] : "",
        };

    private static PairView PairCard(OpenForm open, Question first, Question second, Notice notice, string text) =>
        new()
        {
            FallbackText = text,
            Speak = notice.Above($"{open.Asks(first)} {open.Asks(second)}"),
            Lang = open.Words.Language,
            Title = PlainInCards.Escape(open.Title),
            Progress = FormWalk.Progress(open.Form, open.Session) is { } progress
                ? open.Words.Say("form.progressOfTwo", progress.Number, progress.Number + 1, progress.Of)
                : "",
            Fields = [FieldViews.Of(open, first), FieldViews.Of(open, second)],
            Notice = PlainInCards.Escape(notice.Text),
            NoticeIsProblem = notice.IsProblem,
            Offers = notice.OfferViews,
            Origin = PlaceMessage.Origin(open),
            Navigation = Navigation(open, first),
        };

    private static ConsentView ConsentCard(OpenForm open, Question question, Notice notice, string text) =>
        new()
        {
            FallbackText = text,
            Speak = notice.Above(open.Asks(question)),
            Lang = open.Words.Language,
            Title = open.Form.Id == ErasureForm.Id ? open.Title : open.Words["consent.title"],
            Text = PlainInCards.Escape(open.Asks(question)),
            Notice = PlainInCards.Escape(notice.Text),
            Origin = PlaceMessage.Origin(open),
            YesLabel = open.YesLabel,
            NoLabel = open.NoLabel,
            MoreLabel = open.PrivacyNotice.IsEmpty ? "" : open.Words["button.privacy"],
            More = [.. open.PrivacyNotice.Select(PlainInCards.Escape)],
        };
}
