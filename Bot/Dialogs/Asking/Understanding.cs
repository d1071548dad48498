using System.Collections.Immutable;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Forms;
using AgaBot.Forms.Dates;
using AgaBot.Forms.Normalization;
using AgaBot.Forms.Walking;

namespace AgaBot.Dialogs.Asking;

/// <summary>Repeats how an answer was understood, if that says more than the person's own words.</summary>
internal static class Understanding
{
    public static string Say(OpenForm after, FormInput input, ImmutableArray<string> taken) =>
        taken is [var questionId]
        && after.Form.Find(questionId) is { } question
        && after.Session.Answers.GetValueOrDefault(questionId) is { } answer
            ? Say(after.Words, question, answer, input)
            : "";

    private static string Say(Words words, Question question, Answer answer, FormInput input) =>
        answer switch
        {
            Answer.When { Date.Precision: DatePrecision.Words } date => words.Say("understood.asWords", Excerpt.Quote(date.Date.Words)),
            Answer.When date => DatePhrases.Meaning(words, date.Date) is { } meaning
                ? words.Say("understood.date", Excerpt.Quote(date.Date.Words), meaning)
                : "",
            Answer.Day day => words.Say("understood.answer", DatePhrases.Day(words, day.Date)),
            Answer.Choice choice
                when input is FormInput.Say said
                    && AnswerPhrases.Label(question, choice.OptionId) is var label
                    && Folding.ToWords(label) != Folding.ToWords(said.Text) => words.Say("understood.answer", label),
            _ => "",
        };
}
