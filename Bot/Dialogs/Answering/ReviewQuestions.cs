using AgaBot.Dialogs.Commands;
using AgaBot.Dialogs.Drafting;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Plans;

namespace AgaBot.Dialogs.Answering;

/// <summary>"¿Ya revisaron mi ficha?"</summary>
internal sealed record AskReviewedCommand : QuestionCommand, IHasPatterns
{
    public static IEnumerable<CommandPattern> Patterns =>
        [
            new CommandPattern.Bare("command.askReviewed", new AskReviewedCommand()),
            new CommandPattern.Sentence("sentence.askReviewed", 31, new AskReviewedCommand()) { AlsoNegated = true },
        ];
}

/// <summary>"¿Cuándo me responden?"</summary>
internal sealed record AskWhenCommand : QuestionCommand, IHasPatterns
{
    public static IEnumerable<CommandPattern> Patterns =>
        [
            new CommandPattern.Bare("command.askWhen", new AskWhenCommand()),
            new CommandPattern.Sentence("sentence.askWhen", 32, new AskWhenCommand()) { AlsoNegated = true },
        ];
}

/// <summary>"¿Y ahora qué pasa?"</summary>
internal sealed record AskNextCommand : QuestionCommand, IHasPatterns
{
    public static IEnumerable<CommandPattern> Patterns =>
        [
            new CommandPattern.Bare("command.askNext", new AskNextCommand()),
            new CommandPattern.Sentence("sentence.askNext", 33, new AskNextCommand()),
        ];
}

/// <summary>What the records say of the person's latest proposal.</summary>
internal sealed class AskReviewedHandler(Plan plan, IPlanRecords records) : OwnProposalHandler<AskReviewedCommand>(records)
{
    protected override Reply Answer(DialogContext context, Proposal? sent, OpenForm? open)
    {
        Words words = context.Words;
        return new Reply(
            sent is null
                ? SentLines.NothingSent(context)
                : string.Join(
                    '\n',
                    (string[])
                        [
                            $"{SentLines.Received(words, sent)} {words["asked.noResponse"]}",
                            .. sent.HiddenBecause is { } reason ? [words.Say("asked.hidden", reason)] : Array.Empty<string>(),
                            Receipt.Next(words, plan, sent),
                        ]
                )
        );
    }
}

/// <summary>The term, if the plan sets one, and whom to ask.</summary>
internal sealed class AskWhenHandler(Plan plan, IPlanRecords records) : OwnProposalHandler<AskWhenCommand>(records)
{
    protected override Reply Answer(DialogContext context, Proposal? sent, OpenForm? open)
    {
        Words words = context.Words;
        return new Reply(
            sent is null
                ? $"{SentLines.NothingSent(context)}\n{Term(words)}"
                : $"{SentLines.Received(words, sent)} {words["asked.noResponse"]}\n{Receipt.Term(words, plan, sent)}"
        );
    }

    private string Term(Words words) => plan.Next?.WithinDays is { } days ? words.Say("asked.term", days) : words["receipt.noTerm"];
}

/// <summary>The next step: finish the draft, or what the plan says of a sent proposal.</summary>
internal sealed class AskNextHandler(Plan plan, IPlanRecords records, ProposalForms forms) : OwnProposalHandler<AskNextCommand>(records)
{
    protected override Reply Answer(DialogContext context, Proposal? sent, OpenForm? open)
    {
        Words words = context.Words;
        Draft? draft = ProposalDrafts.Open(context) ?? ProposalDrafts.Listed(context.State).FirstOrDefault();
        return new Reply(
            string.Join(
                '\n',
                (string[])
                    [
                        .. draft is null ? Array.Empty<string>() : [Missing(context, draft, open)],
                        .. (draft, sent) switch
                        {
                            (_, { } one) => [SentLines.Received(words, one), Receipt.Next(words, plan, one)],
                            (null, null) => [SentLines.NothingSent(context), .. AfterSending(words)],
                            _ => AfterSending(words),
                        },
                    ]
            )
        );
    }

    private string Missing(DialogContext context, Draft draft, OpenForm? open) =>
        WaitingDrafts.Missing(forms.Of(draft, context.Words)) + (open is null ? $" {context.Words["asked.resume"]}" : "");

    private string[] AfterSending(Words words) =>
        [
            plan.Next is { } next
                ? words.Say("asked.afterSending", next.Ficha.In(words.Language))
                : words.Say("asked.afterSendingUnknown", ContactPhrase.Say(plan, words)),
        ];
}

/// <summary>Sentences that several answers share.</summary>
internal static class SentLines
{
    /// <summary>"Su ficha 310-665-4 se recibió el 11 de mayo de 2016."</summary>
    public static string Received(Words words, Proposal sent) =>
        words.Say(
            "asked.received",
            words.AtBeginning(ProposalForms.Name(sent, words)),
            sent.Receipt,
            DatePhrases.Day(words, LimaCalendar.DayOf(sent.SubmittedAt))
        );

    public static string NothingSent(DialogContext context) =>
        context.Words[ProposalDrafts.Listed(context.State).IsEmpty ? "asked.nothingSent" : "asked.onlyDrafts"];
}
