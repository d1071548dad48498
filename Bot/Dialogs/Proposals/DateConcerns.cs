using System.Collections.Immutable;
using System.Diagnostics;
using AgaBot.Dialogs.Asking;
using AgaBot.Dialogs.Commands;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Dialogs.Views;
using AgaBot.Forms;
using AgaBot.Plans;
using AgaBot.Plans.Coherence;

namespace AgaBot.Dialogs.Proposals;

/// <summary>Points out dates that do not fit, each once, with a correction of one tap.</summary>
internal static class DateConcerns
{
    /// <summary>More at once would be a scolding.</summary>
    private const int Most = 3;

    /// <param name="after">The form after an input, and <paramref name="before"/> that.</param>
    public static ImmutableArray<Offer> Brought(OpenForm after, FormSession before, PlanPeriod period) =>
        [.. DateCoherence.NewIn(after.Session, before, period).Take(Most).Select(concern => Of(after, concern, period))];

    private static Offer Of(OpenForm open, DateConcern concern, PlanPeriod period)
    {
        Words words = open.Words;
        string fix = $"{CommandVocabulary.Name(words, "command.editRow")} {concern.Row}";
        return new Offer(
            Say(open, concern, period),
            words.Say("concern.ways", fix),
            [
                .. Correction(open, concern),
                new CommandButton(words.Say("button.fixRow", concern.Row), fix),
                new CommandButton(words["button.leaveAsIs"], CommandVocabulary.Name(words, "command.leaveAsIs")),
            ]);
    }

    private static string Say(OpenForm open, DateConcern concern, PlanPeriod period)
    {
        Words words = open.Words;
        return concern switch
        {
            DateConcern.EndsBeforeStart => Row(open, concern).Cells is [_, var start, var end]
                ? words.Say("concern.endsBeforeStart", concern.Row, Excerpt.Quote(end.Words), Excerpt.Quote(start.Words))
                : throw new UnreachableException(),
            DateConcern.OutsidePlan outside =>
                words.Say("concern.outsidePlan", concern.Row, Excerpt.Quote(outside.Words), DatePhrases.Day(words, period.Starts), DatePhrases.Day(words, period.Ends)),
            DateConcern.AfterFulfilment later => words.Say("concern.afterFulfilment", concern.Row, Excerpt.Quote(later.Words), Excerpt.Quote(Fulfilment(open))),
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>What one tap does where what was meant is near at hand: the two dates change places, or the ficha is fulfilled with its last action.</summary>
    private static IEnumerable<CommandButton> Correction(OpenForm open, DateConcern concern)
    {
        Words words = open.Words;
        string by = CommandVocabulary.Name(words, "command.by");
        (string label, string command) = concern switch
        {
            DateConcern.EndsBeforeStart when Row(open, concern).Cells is [_, var start, var end] =>
                (words["button.swapDates"], $"{CommandVocabulary.Name(words, "command.editRow")} {concern.Row} {by} ; {end.Words}; {start.Words}"),
            DateConcern.AfterFulfilment later when open.Session.At is Place.Review =>
                (words.Say("button.fulfilmentTo", Excerpt.Quote(later.Words)),
                    $"{CommandVocabulary.Name(words, "command.replaceAnswer")} {open.NumberOf(FichaForm.Cumplimiento)} {by} {later.Words}"),
            _ => ("", ""),
        };
        return label.Length > 0 && CommandReader.Read(command) is Utterance.Ordered ? [new CommandButton(label, command)] : [];
    }

    private static Row Row(OpenForm open, DateConcern concern) => open.Session.Answer<Answer.Rows>(FichaForm.Acciones)!.Items[concern.Row - 1];

    private static string Fulfilment(OpenForm open) => open.Session.Answer<Answer.When>(FichaForm.Cumplimiento)?.Date.Words ?? "";
}
