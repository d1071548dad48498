using System.Collections.Immutable;
using AgaBot.Consultations;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Dialogs.Views;

namespace AgaBot.Dialogs.Consulting;

/// <summary>
/// <i>Consultas</i>: lists the open consultations with their numbers. A coordinator also sees the counts for each option.
/// </summary>
internal sealed class ConsultationList(IConsultations consultations)
{
    public async ValueTask<Decision> ShowAsync(DialogContext context, CancellationToken cancellationToken)
    {
        Words words = context.Words;
        ImmutableArray<Consultation> open = await consultations.OpenAsync(cancellationToken);
        if (open.IsEmpty)
            return context.Say(words[context.IsCoordinator ? "consultations.noneForCoordinator" : "consultations.none"]);

        var lines = ImmutableArray.CreateBuilder<ConsultationLine>(open.Length);
        foreach (Consultation consultation in open)
        {
            Tally? tally = context.IsCoordinator ? await consultations.TallyAsync(consultation, cancellationToken) : null;
            lines.Add(Line(words, consultation, tally));
        }
        return context.Say(Reply(words, lines.MoveToImmutable()));
    }

    /// <summary>The consultation that <i>responder</i> means; null if none matches, or if several could be meant.</summary>
    public async ValueTask<Consultation?> FindAsync(int? number, CancellationToken cancellationToken)
    {
        ImmutableArray<Consultation> open = await consultations.OpenAsync(cancellationToken);
        return number is null
            ? open is [var one]
                ? one
                : null
            : open.FirstOrDefault(consultation => consultation.Number == number);
    }

    private static Reply Reply(Words words, ImmutableArray<ConsultationLine> lines)
    {
        string title = words["consultations.title"];
        string text = string.Join(
            '\n',
            (string[])[title, .. lines.SelectMany(line => InWords(words, line)), words["consultations.howToRespond"]]
        );
        return new Reply(
            text,
            new ConsultationsView
            {
                FallbackText = text,
                Speak = title,
                Lang = words.Language,
                Title = title,
                Lines = [.. lines.Select(ForCard)],
            }
        );
    }

    private static IEnumerable<string> InWords(Words words, ConsultationLine line) =>
        [
            words.Say("consultations.line", line.Number, line.Question),
            .. line.Counts.Select(count => words.Say("consultations.count", count.Label, count.Count)),
        ];

    private static ConsultationLine ForCard(ConsultationLine line) =>
        line with
        {
            Question = PlainInCards.Escape(line.Question),
            Counts = [.. line.Counts.Select(count => count with { Label = PlainInCards.Escape(count.Label) })],
        };

    private static ConsultationLine Line(Words words, Consultation consultation, Tally? tally) =>
        new(
            consultation.Number,
            consultation.Prompt,
            tally is null ? [] : Counts(words, consultation, tally),
            words.Say("button.respond", consultation.Number),
            $"{CommandWords.Name(words, "command.respond")} {consultation.Number.ToString(words.Culture)}"
        );

    private static ImmutableArray<CountLine> Counts(Words words, Consultation consultation, Tally tally) =>
        [
            .. consultation.Options.Select((option, index) => new CountLine(option, words.Number(tally.ByOption[index]))),
            new CountLine(words["consultations.responses"], words.Number(tally.Responses)),
        ];
}
