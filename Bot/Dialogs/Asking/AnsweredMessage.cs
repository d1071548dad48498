using System.Collections.Immutable;
using System.Diagnostics;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Dialogs.Views;
using AgaBot.Forms;
using AgaBot.Forms.Walking;

namespace AgaBot.Dialogs.Asking;

/// <summary>Shows what a card asked and how it was answered, with a button to change the answer if that is possible.</summary>
internal static class AnsweredMessage
{
    /// <summary>UTF-16 code units of one answer: the card stays small, and the review holds everything.</summary>
    private const int LongestAnswer = 600;

    /// <param name="asked">The form as the card showed it.</param>
    /// <param name="now">The same form after the turn, or as the person left it.</param>
    /// <param name="canEdit">Whether the form can still be changed.</param>
    public static Reply Say(OpenForm asked, OpenForm now, bool canEdit)
    {
        Words words = asked.Words;
        ImmutableArray<AnsweredLine> lines = Lines(asked, now);
        int number = canEdit ? NumberToEdit(asked, now) : 0;
        string text = string.Join('\n', lines.Select(line => $"{line.Label}\n{line.Answer}"));
        return new Reply(
            text,
            new AnsweredView
            {
                FallbackText = text,
                Speak = $"{lines[0].Label} {lines[0].Answer}",
                Lang = words.Language,
                Title = PlainInCards.Escape(asked.Title),
                Origin = new CardOrigin(now.Session.Id, now.Session.Revision, asked.QuestionAtHand?.Id ?? ""),
                Lines = [.. lines.Select(line => new AnsweredLine(PlainInCards.Escape(line.Label), PlainInCards.Escape(line.Answer)))],
                EditLabel = number > 0 ? words.Say("button.edit", number) : "",
                Number = number,
            }
        );
    }

    private static ImmutableArray<AnsweredLine> Lines(OpenForm asked, OpenForm now) =>
        asked.Session.At switch
        {
            FormPosition.Asking when ProfileCard.Fits(asked) => [.. asked.Form.Questions.Select(question => Line(asked, now, question))],
            FormPosition.Asking when asked.AskedTogether is { } second =>
            [
                Line(asked, now, asked.QuestionAtHand!),
                Line(asked, now, second),
            ],
            FormPosition.Asking => [Line(asked, now, asked.QuestionAtHand!)],
            FormPosition.Review =>
            [
                new(
                    asked.Words["answered.review"],
                    asked.Words[now.Session.At is FormPosition.Ended { Submitted: true } ? "answered.sent" : "answered.below"]
                ),
            ],
            FormPosition.Confirming confirming =>
            [
                new(ConfirmMessage.Asks(asked, confirming.What), Confirmed(asked, now, confirming.What)),
            ],
            FormPosition.Ended => throw new InvalidOperationException("A walk that has ended asks nothing."),
            _ => throw new UnreachableException(),
        };

    private static AnsweredLine Line(OpenForm asked, OpenForm now, Question question)
    {
        Answer? answer = now.Session.Answers.GetValueOrDefault(question.Id);
        return new(
            asked.Asks(question),
            answer is null && now.QuestionAtHand?.Id == question.Id
                ? asked.Words["answered.again"]
                : Excerpt.Shorten(AnswerPhrases.Say(asked.Words, question, answer), LongestAnswer)
        );
    }

    /// <summary>A restart was confirmed if the form has no answers afterwards.</summary>
    private static string Confirmed(OpenForm asked, OpenForm now, Confirmable what) =>
        (what, now.Session.At) switch
        {
            (_, FormPosition.Confirming) => asked.Words["answered.again"],
            (Confirmable.Cancel, var at) => asked.Words[at is FormPosition.Ended ? "answer.yes" : "answer.no"],
            (Confirmable.Send, var at) => asked.Words[at is FormPosition.Ended ? "answer.yes" : "answer.no"],
            (Confirmable.Restart, _) => asked.Words[now.Session.IsEmpty ? "answer.yes" : "answer.no"],
            _ => throw new UnreachableException(),
        };

    /// <summary>0 if there is nothing to change, or if the question is being asked again.</summary>
    private static int NumberToEdit(OpenForm asked, OpenForm now) =>
        asked.QuestionAtHand is { } question && now.QuestionAtHand?.Id != question.Id ? now.NumberOf(question.Id) : 0;
}
