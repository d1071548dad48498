using AgaBot.Dialogs.Phrasing;
using AgaBot.Dialogs.Views;
using AgaBot.Forms;

namespace AgaBot.Dialogs.Asking;

/// <summary>The card for changing one row of a table.</summary>
internal static class RowCard
{
    private const int LongestFallback = 2_000;

    public static OneRowView Make(OpenForm open, Question.Rows question, Row row, int number, Notice notice, string text)
    {
        Words words = open.Words;
        string label = words.Say("row.title", number);
        int last = open.Session.Answer<Answer.Rows>(question.Id)?.Items.Length ?? number;
        return new OneRowView
        {
            FallbackText = Excerpt.Shorten(text, LongestFallback),
            Speak = notice.Above(label),
            Lang = words.Language,
            Title = PlainInCards.Escape(open.Title),
            Label = label,
            Notice = PlainInCards.Escape(notice.Text),
            NoticeIsProblem = notice.IsProblem,
            Offers = notice.OfferViews,
            Origin = PlaceMessage.Origin(open),
            Number = number,
            Fields = [.. question.Columns.Select((column, index) => FieldViews.Of(open, column, row.Cells[index].Words))],
            SaveLabel = words["button.save"],
            UpLabel = number > 1 ? words["button.rowUp"] : "",
            DownLabel = number < last ? words["button.rowDown"] : "",
            RemoveLabel = words.Say("button.removeRow", number),
            KeepLabel = words["button.keep"],
        };
    }
}
