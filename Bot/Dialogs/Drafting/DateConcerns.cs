using System.Collections.Immutable;
using System.Diagnostics;
using AgaBot.Dialogs.Asking;
using AgaBot.Dialogs.Commands;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Dialogs.Views;
using AgaBot.Forms;
using AgaBot.Forms.Dates;
using AgaBot.Forms.Walking;
using AgaBot.Plans.Coherence;
using AgaBot.Plans.FormDefinitions;

namespace AgaBot.Dialogs.Drafting;

/// <summary>
/// Points out dates that do not fit. Each is pointed out once, those of a kind in one sentence, with a correction by one button.
/// </summary>
internal static class DateConcerns
{
    /// <param name="after">The form after an input; <paramref name="before"/> is the session before that input.</param>
    public static ImmutableArray<Offer> Brought(OpenForm after, FormSession before, PlanPeriod period)
    {
        ImmutableArray<DateConcern> concerns = DateCoherence.NewIn(after.Session, before, period);
        ImmutableArray<Offer> offers =
        [
            .. concerns.GroupBy(static concern => concern.GetType()).Select(alike => Of(after, [.. alike], period)),
        ];
        return offers.IsEmpty ? [] : offers.SetItem(offers.Length - 1, offers[^1] with { Ways = Ways(after, concerns) });
    }

    private static Offer Of(OpenForm open, ImmutableArray<DateConcern> alike, PlanPeriod period)
    {
        Words words = open.Words;
        return new Offer(
            alike is [var one] ? Say(open, one, period) : SayTogether(open, alike, period),
            Ways: "",
            [
                .. Correction(open, alike, period),
                new CommandButton(words.Say("button.fixRow", alike[0].Row), Fix(words, alike[0])),
                new CommandButton(words["button.leaveAsIs"], CommandWords.Name(words, "command.leaveAsIs")),
            ]
        );
    }

    private static string Say(OpenForm open, DateConcern concern, PlanPeriod period)
    {
        Words words = open.Words;
        return concern switch
        {
            DateConcern.EndsBeforeStart when CellsOf(open, concern) is (var start, var end) => words.Say(
                "concern.endsBeforeStart",
                concern.Row,
                Excerpt.Quote(end.Words),
                Excerpt.Quote(start.Words)
            ),
            DateConcern.OutsidePlan outside => words.Say(
                "concern.outsidePlan",
                concern.Row,
                Excerpt.Quote(outside.Words),
                DatePhrases.Day(words, period.Starts),
                DatePhrases.Day(words, period.Ends)
            ),
            DateConcern.AfterFulfilment later => words.Say(
                "concern.afterFulfilment",
                concern.Row,
                Excerpt.Quote(later.Words),
                Excerpt.Quote(Fulfilment(open))
            ),
            _ => throw new UnreachableException(),
        };
    }

    private static string SayTogether(OpenForm open, ImmutableArray<DateConcern> alike, PlanPeriod period)
    {
        Words words = open.Words;
        string rows = words.And([.. alike.Select(concern => concern.Row.ToString(words.Culture))]);
        return alike[0] switch
        {
            DateConcern.EndsBeforeStart => words.Say("concerns.endBeforeStart", rows),
            DateConcern.OutsidePlan => words.Say(
                "concerns.outsidePlan",
                rows,
                DatePhrases.Day(words, period.Starts),
                DatePhrases.Day(words, period.Ends)
            ),
            DateConcern.AfterFulfilment => words.Say("concerns.afterFulfilment", rows, Excerpt.Quote(Fulfilment(open))),
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>What can be typed. A row's command is left out while a text is asked for, because it would be taken for the text.</summary>
    private static string Ways(OpenForm open, ImmutableArray<DateConcern> concerns)
    {
        Words words = open.Words;
        string fix =
            open.QuestionAtHand is Question.Text
                ? $"{CommandWords.Name(words, "command.edit")} {open.NumberOf(FichaForm.Acciones)}"
                : Fix(words, concerns[0]);
        return words.Say(concerns.Length == 1 ? "concern.ways" : "concerns.ways", fix);
    }

    private static string Fix(Words words, DateConcern concern) => $"{CommandWords.Name(words, "command.editRow")} {concern.Row}";

    /// <summary>
    /// The button for an obvious correction: the two dates are swapped, an action begins or ends with the plan, or the ficha is fulfilled
    /// with its last action.
    /// </summary>
    private static IEnumerable<CommandButton> Correction(OpenForm open, ImmutableArray<DateConcern> alike, PlanPeriod period)
    {
        Words words = open.Words;
        (string label, string command) = alike switch
        {
            [DateConcern.EndsBeforeStart concern] when CellsOf(open, concern) is (var start, var end) => (
                words["button.swapDates"],
                ToRow(words, concern, $"; {end.Words}; {start.Words}")
            ),
            [DateConcern.OutsidePlan concern] when CellsOf(open, concern) is (var start, var end) => WithPlan(
                words,
                concern,
                start,
                end,
                period
            ),
            [DateConcern.AfterFulfilment, ..] => Fulfilled(open, alike),
            _ => ("", ""),
        };
        return label.Length > 0 && CommandReader.Read(command) is Utterance.Ordered ? [new CommandButton(label, command)] : [];
    }

    private static (string Label, string Command) WithPlan(Words words, DateConcern concern, Cell start, Cell end, PlanPeriod period)
    {
        if (end.Date?.Earliest > period.Ends && !(start.Date?.Earliest > period.Ends))
            return (words["button.endWithPlan"], ToRow(words, concern, $"; ; {DatePhrases.Day(words, period.Ends)}"));
        if (start.Date?.Latest < period.Starts && !(end.Date?.Latest < period.Starts))
            return (words["button.startWithPlan"], ToRow(words, concern, $"; {DatePhrases.Day(words, period.Starts)}"));
        return ("", "");
    }

    private static (string Label, string Command) Fulfilled(OpenForm open, ImmutableArray<DateConcern> alike)
    {
        Words words = open.Words;
        string last = alike
            .Select(concern => CellsOf(open, concern))
            .Select(static cells => cells.End.Words.Length > 0 ? cells.End : cells.Start)
            .MaxBy(static cell => cell.Date?.Latest)!
            .Words;
        return (
            words.Say("button.fulfilmentTo", Excerpt.Quote(last)),
            $"{CommandWords.Name(words, "command.replaceAnswer")} {open.NumberOf(FichaForm.Cumplimiento)} "
                + $"{CommandWords.Name(words, "command.by")} {last}"
        );
    }

    private static string ToRow(Words words, DateConcern concern, string cells) =>
        $"{Fix(words, concern)} {CommandWords.Name(words, "command.by")} {cells}";

    private static (Cell Start, Cell End) CellsOf(OpenForm open, DateConcern concern) =>
        open.Session.Answer<Answer.Rows>(FichaForm.Acciones)!.Items[concern.Row - 1].Cells is [_, var start, var end]
            ? (start, end)
            : throw new UnreachableException();

    private static string Fulfilment(OpenForm open) => open.Session.Answer<Answer.When>(FichaForm.Cumplimiento)?.Date.Words ?? "";
}
