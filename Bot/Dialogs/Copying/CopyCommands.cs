using AgaBot.Dialogs.Asking;
using AgaBot.Dialogs.Commands;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Dialogs.Sheets;
using AgaBot.Plans;

namespace AgaBot.Dialogs.Copying;

/// <summary><i>Ficha en blanco</i>: the blank form as text, which can be copied, filled in and pasted back.</summary>
internal sealed record ShowBlankCommand : Command, IHasPatterns
{
    public override int MostContent => Statements.Fewest;

    public static IEnumerable<CommandPattern> Patterns =>
        [
            new CommandPattern.Bare("command.blank", new ShowBlankCommand()),
            new CommandPattern.Sentence("sentence.blank", 140, new ShowBlankCommand()),
        ];
}

internal sealed class ShowBlankHandler(FichaDocuments documents) : ImmediateCommandHandler<ShowBlankCommand>
{
    protected override Decision Follow(DialogContext context, ShowBlankCommand command, OpenForm? open) =>
        Interruption.Tell(context.Say([new Reply(context.Words["paper.blank.text"]), new Reply(documents.BlankInWords())]), open);
}

/// <summary><i>Copia 482-716-4</i>: the full text of one of the person's own fichas.</summary>
/// <param name="Receipt">Null means the ficha sent last.</param>
internal sealed record CopyCommand(ReceiptNumber? Receipt) : Command, IHasPatterns
{
    public static IEnumerable<CommandPattern> Patterns =>
        [
            new CommandPattern.Bare("command.copy", new CopyCommand(Receipt: null)),
            new CommandPattern.WithCode(
                "command.copy",
                static code => ReceiptNumber.TryParse(code, out ReceiptNumber receipt) ? new CopyCommand(receipt) : null
            ),
        ];
}

internal sealed class CopyHandler(FichaDocuments documents, IPlanRecords records) : CommandHandler<CopyCommand>
{
    protected override async ValueTask<Decision> FollowAsync(
        DialogContext context,
        CopyCommand command,
        OpenForm? open,
        CancellationToken cancellationToken
    ) => Interruption.Tell(await CopyAsync(context, command.Receipt, cancellationToken), open);

    private async ValueTask<Decision> CopyAsync(DialogContext context, ReceiptNumber? number, CancellationToken cancellationToken)
    {
        Words words = context.Words;
        return await records.FindOwnAsync(context.Participant.Id, number, cancellationToken) is { } found
            ? context.Say([new Reply(words["paper.copy.text"]), new Reply(documents.InWords(found))])
            : context.Say(words[number is null ? "paper.copy.none" : "paper.copy.noSuch"]);
    }
}
