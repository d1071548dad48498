using System.Collections.Immutable;
using System.Globalization;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Dialogs.Views;
using AgaBot.Forms;

namespace AgaBot.Dialogs.Asking;

/// <summary>The card on which a facilitator counts the people of a mesa: two numbers for each option, and one button.</summary>
internal static class HeadCountCard
{
    private const string Women = "m";
    private const string Men = "h";

    public static HeadCountView Make(OpenForm open, Question.HeadCount question, Notice notice, string text)
    {
        Words words = open.Words;
        Answer.HeadCount? sofar = open.Session.Answer<Answer.HeadCount>(question.Id);
        return new HeadCountView
        {
            FallbackText = text,
            Speak = notice.Above(open.Asks(question)),
            Lang = words.Language,
            Title = PlainInCards.Escape(open.Title),
            Label = PlainInCards.Escape(open.Asks(question)),
            Hint = words["kind.headcount.cardHint"],
            Notice = PlainInCards.Escape(notice.Text),
            NoticeIsProblem = notice.IsProblem,
            Origin = PlaceMessage.Origin(open),
            Most = question.Most,
            ErrorMessage = words["kind.headcount.error"],
            Groups =
            [
                .. question.Options.Select(
                    (option, index) =>
                        Group(open, option, index + 1, sofar?.Groups.FirstOrDefault(group => group.OptionId == option.Id) ?? default)
                ),
            ],
            Navigation = QuestionMessage.Navigation(open, question),
        };
    }

    /// <summary>The card's inputs as they would be typed: "3; 3; 2", one line for each option.</summary>
    public static string InWords(Question.HeadCount question, ImmutableSortedDictionary<string, string> values) =>
        string.Join(
            '\n',
            question.Options.Select(
                (_, index) =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{index + 1}; {Value(values, Women, index + 1)}; {Value(values, Men, index + 1)}"
                    )
            )
        );

    private static string Value(ImmutableSortedDictionary<string, string> values, string gender, int number) =>
        values.GetValueOrDefault(Name(gender, number)) is { } value && !string.IsNullOrWhiteSpace(value) ? value : "0";

    private static string Name(string gender, int number) => string.Create(CultureInfo.InvariantCulture, $"{gender}{number}");

    private static HeadCountLine Group(OpenForm open, Option option, int number, GroupSize size)
    {
        return new HeadCountLine(
            Input(Women),
            open.Words.Say("headcount.womenOf", option.Label),
            size.Women,
            Input(Men),
            open.Words.Say("headcount.menOf", option.Label),
            size.Men
        );

        string Input(string gender) => FieldViews.InputId(open, Name(gender, number));
    }
}
