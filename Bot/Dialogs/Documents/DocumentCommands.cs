using AgaBot.Dialogs.Asking;
using AgaBot.Dialogs.Commands;
using AgaBot.Forms.Walking;

namespace AgaBot.Dialogs.Documents;

/// <summary><i>Siguiente</i>: opens the next ficha of the document.</summary>
internal sealed record NextOfDocumentCommand : Command, IHasPatterns
{
    public static IEnumerable<CommandPattern> Patterns => [new CommandPattern.Bare("command.nextOfDocument", new NextOfDocumentCommand())];
}

/// <summary>In a form without a document, the command means the next question.</summary>
internal sealed class NextOfDocumentHandler(OpenForms forms) : CommandHandler<NextOfDocumentCommand>
{
    protected override async ValueTask<Decision> FollowAsync(
        DialogContext context,
        NextOfDocumentCommand command,
        OpenForm? open,
        CancellationToken cancellationToken
    ) =>
        context.Conversation.Document switch
        {
            null when open is not null => await forms.AdvanceAsync(context, new FormInput.Skip(), cancellationToken),
            null => context.Say(context.Words["document.none"]),
            { Left: [] } => Interruption.Tell(context.Say(context.Words["document.noneLeft"]), open),
            { File: var file, Left: [var next, ..] } => Interruption.Want(context, new ReadFileRequest(file, next), open),
        };
}

/// <summary><i>Documento 3</i>.</summary>
/// <param name="Number">Number of a ficha of the document, from 1; null lists the remaining ones.</param>
internal sealed record ShowDocumentCommand(int? Number) : Command, IHasPatterns
{
    public static IEnumerable<CommandPattern> Patterns =>
        [
            new CommandPattern.Bare("command.document", new ShowDocumentCommand(Number: null)),
            new CommandPattern.WithNumber("command.document", static number => new ShowDocumentCommand(number)),
        ];
}

internal sealed class ShowDocumentHandler : ImmediateCommandHandler<ShowDocumentCommand>
{
    protected override Decision Follow(DialogContext context, ShowDocumentCommand command, OpenForm? open) =>
        context.Conversation.Document switch
        {
            null => Interruption.Tell(context.Say(context.Words["document.none"]), open),
            { Count: var count } when command.Number is < 1 || command.Number > count => Interruption.Tell(
                context.Say(context.Words.Say("document.noSuch", command.Number, count)),
                open
            ),
            { Left: var left } when command.Number is { } opened && !left.Contains(opened) => Interruption.Tell(
                context.Say(context.Words.Say("document.opened", opened)),
                open
            ),
            { File: var file } => Interruption.Want(context, new ReadFileRequest(file, command.Number), open),
        };
}

internal sealed class ReadFileHandler(DocumentHandler documents) : RequestHandler<ReadFileRequest>
{
    protected override ValueTask<Decision> BeginAsync(
        DialogContext context,
        ReadFileRequest request,
        Notice notice,
        CancellationToken cancellationToken
    ) => documents.ReadAsync(context, request, notice, cancellationToken);
}
