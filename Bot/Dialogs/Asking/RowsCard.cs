using System.Collections.Immutable;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Dialogs.Views;
using AgaBot.Forms;

namespace AgaBot.Dialogs.Asking;

/// <summary>The card of a table question: the rows so far, and inputs for one more.</summary>
internal static class RowsCard
{
    /// <summary>
    /// Maximum UTF-16 code units of a cell. It keeps the card within what channels accept; the text of the reply holds everything.
    /// </summary>
    private const int LongestCell = 200;

    private const int LongestFallback = 2_000;

    /// <summary>
    /// The card shows the newest rows, each with its button. The text names the earlier ones, and the review shows all of them.
    /// </summary>
    private const int MostRows = 10;

    public static RowsView Make(OpenForm open, Question.Rows question, Notice notice, string text)
    {
        Words words = open.Words;
        NavigationView navigation = QuestionMessage.Navigation(open, question);
        ImmutableArray<Row> rows = open.Session.Answer<Answer.Rows>(question.Id)?.Items ?? [];
        int earlier = Math.Max(0, rows.Length - MostRows);
        return new RowsView
        {
            FallbackText = Excerpt.Shorten(text, LongestFallback),
            Speak = notice.Above(open.Asks(question)),
            Lang = words.Language,
            Title = PlainInCards.Escape(open.Title),
            Progress = open.Progress,
            Label = PlainInCards.Escape(open.Asks(question)),
            Hint = earlier == 0 ? words["kind.rows.cardHint"] : words.Say("kind.rows.cardHintNewest", MostRows, rows.Length),
            Notice = PlainInCards.Escape(notice.Text),
            NoticeIsProblem = notice.IsProblem,
            Offers = notice.OfferViews,
            Origin = PlaceMessage.Origin(open),
            Headings = [.. question.Columns.Select(column => open.Text(column.Id, "name"))],
            Rows = [.. rows.Skip(earlier).Select((row, index) => Line(words, row, earlier + index + 1))],
            // Required inputs would block "listo" while they are blank; the form walk says what a row needs.
            Fields = [.. question.Columns.Select(column => FieldViews.Of(open, column) with { Required = false })],
            AddLabel = words["button.addRow"],
            DoneLabel = words["button.done"],
            Navigation = navigation with { NextLabel = "" },
        };
    }

    private static RowView Line(Words words, Row row, int number)
    {
        return new RowView(number, Cell(0), Cell(1), Cell(2), words.Say("button.editRow", number), words.Say("button.removeRow", number));

        string Cell(int index) => index < row.Cells.Length ? PlainInCards.Escape(Excerpt.Shorten(row.Cells[index].Words, LongestCell)) : "";
    }
}
