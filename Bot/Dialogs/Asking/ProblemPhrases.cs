using System.Diagnostics;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Forms;
using AgaBot.Forms.Walking;

namespace AgaBot.Dialogs.Asking;

/// <summary>Says in one sentence why an answer was refused and what to do.</summary>
internal static class ProblemPhrases
{
    public static string Say(OpenForm open, FormOutcome.Refused refused) => Say(open, open.Words, refused.QuestionId, refused.Problem);

    private static string Say(OpenForm open, Words words, string questionId, Problem problem) =>
        problem switch
        {
            Problem.Required => words["problem.required"],
            Problem.NoSuchOption unknown => words.Say("problem.noSuchOption", Excerpt.Quote(unknown.Words)),
            Problem.Ambiguous many => words.Say(
                "problem.ambiguous",
                Excerpt.Quote(many.Words),
                Joined(words, open.Form.Find(questionId), many)
            ),
            Problem.TooLong { Kept: > 0 } tooLong => words.Say(
                "problem.tooLongTogether",
                words.Number(tooLong.Length),
                words.Number(tooLong.Max)
            ),
            Problem.TooLong tooLong => words.Say("problem.tooLong", words.Number(tooLong.Length), words.Number(tooLong.Max)),
            Problem.TooMany tooMany => words.Say("problem.tooMany", words.Number(tooMany.Count), words.Number(tooMany.Max)),
            Problem.UnclearDate date => words.Say("problem.unclearDate", Excerpt.Quote(date.Words)),
            Problem.NotADate date => words.Say("problem.notADate", Excerpt.Quote(date.Words)),
            Problem.NotANumber number => words.Say("problem.notANumber", Excerpt.Quote(number.Words)),
            Problem.OutOfRange range when open.Form.Find(questionId) is Question.HeadCount => words.Say(
                "problem.headCountOutOfRange",
                range.Max
            ),
            Problem.OutOfRange range => words.Say("problem.outOfRange", range.Min, range.Max),
            Problem.UnclearCount count => words.Say("problem.unclearCount", Excerpt.Quote(count.Words)),
            Problem.UnnamedCount count => words.Say("problem.unnamedCount", count.Women, count.Men),
            Problem.NeitherYesNorNo => words["problem.neitherYesNorNo"],
            Problem.RowIncomplete row => words.Say("problem.rowIncomplete", words.Number(row.Number), open.Text(row.ColumnId, "name")),
            Problem.WhichDate date => words.Say("problem.whichDate", Excerpt.Quote(date.Words)),
            _ => throw new UnreachableException(),
        };

    private static string Joined(Words words, Question? question, Problem.Ambiguous many)
    {
        string[] labels = [.. many.OptionIds.Select(id => question is null ? id : AnswerPhrases.Label(question, id))];
        return labels.Length < 2 ? string.Concat(labels) : words.Say("list.or", string.Join(", ", labels[..^1]), labels[^1]);
    }
}
