using System.Collections.Immutable;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Dialogs.Views;
using AgaBot.Plans;
using AgaBot.Plans.Supporting;
using AgaBot.Reports;

namespace AgaBot.Dialogs.Progress;

/// <summary><i>Avance</i>: every component with its counts, and the participants; text and card show the same figures.</summary>
internal sealed class ProgressReport(Plan plan, IPlanRecords records, ISupportReview supports)
{
    public async ValueTask<Decision> ShowAsync(DialogContext context, CancellationToken cancellationToken)
    {
        Reply report = Say(context.Words, ProgressSummary.From(plan, await records.CountsAsync(cancellationToken)), context.Turn.Today);
        return context.IsCoordinator && !(await supports.WaitingAsync(cancellationToken)).IsEmpty
            ? context.Say(report, new Reply(context.Words["progress.supportsWait"]))
            : context.Say(report);
    }

    private Reply Say(Words words, ProgressSummary summary, DateOnly today)
    {
        string title = words.Say("progress.title", plan.Name);
        string asOf = words.Say("progress.asOf", DatePhrases.Day(words, today));
        ImmutableArray<FigureRow> components = Components(words, summary);
        ImmutableArray<FigureRow> participants = Participants(words, summary);
        string[] lines =
        [
            $"{title}, {asOf}",
            "",
            words["progress.components"],
            .. components.Select(row => words.Say("progress.componentLine", row.Name, row.Second, row.First, row.Third)),
            "",
            words["progress.participants"],
            .. participants.Select(row => words.Say("progress.participantLine", row.Name, row.First, row.Second, row.Third)),
            .. Others(words, summary.TotalParticipants),
            .. Apart(words, summary),
        ];
        string text = string.Join('\n', lines);
        return new Reply(
            text,
            new ProgressView
            {
                FallbackText = text,
                Speak = text,
                Lang = words.Language,
                Title = title,
                AsOf = asOf,
                ComponentsTitle = words["progress.components"],
                ComponentHeadings =
                [
                    words["progress.heading.component"],
                    words["progress.heading.drafts"],
                    words["progress.heading.fichas"],
                    words["progress.heading.aportes"],
                ],
                Components = components,
                ParticipantsTitle = words["progress.participants"],
                ParticipantHeadings =
                [
                    words["progress.heading.organisation"],
                    words["progress.heading.participants"],
                    words["progress.heading.women"],
                    words["progress.heading.men"],
                ],
                Participants = participants,
                Apart = string.Join('\n', Apart(words, summary)),
            }
        );
    }

    private static ImmutableArray<FigureRow> Components(Words words, ProgressSummary summary) =>
        [
            .. summary.Components.Select(line => Row(words, line.Component.Name, line.Count, isTotal: false)),
            .. summary.Unattached == default
                ? Array.Empty<FigureRow>()
                : [Row(words, words["progress.unattached"], summary.Unattached, isTotal: false)],
            Row(words, words["progress.total"], summary.Total, isTotal: true),
        ];

    private static ImmutableArray<FigureRow> Participants(Words words, ProgressSummary summary) =>
        [
            .. summary.Participants.Select(line =>
                Row(words, line.Type?.NameIn(words.Language) ?? words["progress.otherType"], line.Count, isTotal: false)
            ),
            Row(words, words["progress.total"], summary.TotalParticipants, isTotal: true),
        ];

    private static FigureRow Row(Words words, string name, ComponentCount count, bool isTotal) =>
        new(name, words.Number(count.Drafts), words.Number(count.Fichas), words.Number(count.Aportes), isTotal);

    private static FigureRow Row(Words words, string name, GenderCount count, bool isTotal) =>
        new(name, words.Number(count.Total), words.Number(count.Women), words.Number(count.Men), isTotal)
        {
            Rest = string.Concat(Others(words, count)),
        };

    private static IEnumerable<string> Apart(Words words, ProgressSummary summary)
    {
        if (summary.Apart > 0)
            yield return words.Say("progress.apart", summary.Apart);
        if (summary.Hidden > 0)
            yield return words.Say("progress.hidden", summary.Hidden);
    }

    /// <summary>People who chose another gender or none: the counts of women and men do not add up without them.</summary>
    private static IEnumerable<string> Others(Words words, GenderCount count) =>
        count.Other + count.Unsaid > 0 ? [words.Say("progress.othersLine", count.Other, count.Unsaid)] : [];
}
