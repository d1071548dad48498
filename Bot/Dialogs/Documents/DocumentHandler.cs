using System.Diagnostics;
using AgaBot.Dialogs.Asking;
using AgaBot.Dialogs.Drafting;
using AgaBot.Dialogs.Inputs;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Plans.DocumentImport;

namespace AgaBot.Dialogs.Documents;

/// <summary>
/// Takes the files that people send. A ficha in Word becomes a draft at its review; a resumen becomes one draft after another. Other files
/// are answered with what to do instead. Before consent only the file itself is stored, for a limited time.
/// </summary>
internal sealed class DocumentHandler(DocumentReadings readings, DraftOpener proposals, DocumentLists lists)
{
    private const int Mebibyte = 1024 * 1024;

    /// <param name="open">The open form, which waits meanwhile.</param>
    public async ValueTask<Decision> TakeAsync(DialogContext context, SentFile file, OpenForm? open, CancellationToken cancellationToken) =>
        file switch
        {
            SentFile.TooLarge large => Refuse(context, open, context.Words.Say("file.tooLarge", large.MaxBytes / Mebibyte)),
            SentFile.NoRoom => Refuse(context, open, context.Words["file.noRoom"]),
            SentFile.HostNotAllowed => Refuse(context, open, context.Words["file.elsewhere"]),
            SentFile.DownloadFailed => Refuse(context, open, context.Words["file.lost"]),
            SentFile.Picture => Refuse(context, open, context.Words["file.picture"]),
            SentFile.Kept kept => await readings.ReadAsync(kept.Id, cancellationToken) is { } reading
                ? reading is ImportResult.Read read
                    ? Want(context, new ReadFileRequest(kept.Id), read.Document, open)
                    : Refuse(context, open, WhatToDo(context.Words, reading))
                : Refuse(context, open, context.Words["file.gone"]),
            _ => throw new UnreachableException(),
        };

    /// <summary>Makes the request pending. If consent has to be asked for first, says at once how much was received.</summary>
    public Decision Want(DialogContext context, ReadFileRequest request, ImportedDocument document, OpenForm? open)
    {
        Decision wanted = Interruption.Want(context, request, open);
        return wanted.State.Conversation.Pending == request && request.IsMissingSomething(context.State)
            ? wanted with
            {
                Replies = [new Reply(lists.Received(context, document)), .. wanted.Replies],
            }
            : wanted;
    }

    /// <summary>Reads a stored file once consent is there.</summary>
    public async ValueTask<Decision> ReadAsync(
        DialogContext context,
        ReadFileRequest wish,
        Notice notice,
        CancellationToken cancellationToken
    ) =>
        await readings.ReadAsync(wish.File, cancellationToken) switch
        {
            ImportResult.Read read when wish.Number is not { } number || number <= read.Document.Fichas.Length => Open(
                context,
                wish,
                read.Document,
                notice
            ),
            // The document stays at hand: the same words open it later.
            ImportResult.Busy when context.Conversation.Document is not null => context.Say(
                notice.Above(context.Words["file.busyOpening"])
            ),
            ImportResult.Busy => context.Say(notice.Above(context.Words["file.busy"])),
            _ => context.With(context.Conversation with { Document = null }).Say(notice.Above(context.Words["file.gone"])),
        };

    /// <summary>One ficha becomes a draft; several are listed and become drafts one by one.</summary>
    public Decision Open(DialogContext context, ReadFileRequest wish, ImportedDocument document, Notice notice)
    {
        if (document.Fichas is [var only])
            return proposals.BeginFrom(context, only, document.NotUnderstood, notice, PaperNotes.OfDocument);
        DocumentInHand hand =
            context.Conversation.Document is { } before && before.File == wish.File
                ? before
                : DocumentInHand.Begin(wish.File, document.Fichas.Length);
        if (wish.Number is not { } number)
            return context.With(context.Conversation with { Document = hand }).Say(lists.Say(context.Words, document, hand, notice));

        Decision opened = proposals.BeginFrom(
            context,
            document.Fichas[number - 1],
            [],
            notice,
            (open, filled) => PaperNotes.OneOfMany(open, filled, number, hand.Count)
        );
        return opened.State.Conversation.ActiveForm is Proposing { Draft: var draft }
            ? opened with
            {
                State = opened.State with { Conversation = opened.State.Conversation with { Document = hand.Open(number, draft) } },
            }
            : opened;
    }

    private static Decision Refuse(DialogContext context, OpenForm? open, string why) =>
        open is null ? context.Say(why) : context.Say(PlaceMessage.Say(open, Notice.Problem(why)));

    private static string WhatToDo(Words words, ImportResult reading) =>
        reading switch
        {
            ImportResult.TooMany many => words.Say("file.tooMany", many.Count, ImportResult.MostFichas),
            ImportResult.NoFicha => words["file.noFicha"],
            ImportResult.Blank => words["file.blank"],
            ImportResult.Damaged => words["file.damaged"],
            ImportResult.TooMuch => words["file.tooMuch"],
            ImportResult.Busy => words["file.busy"],
            ImportResult.NotWord other => other.Kind switch
            {
                FileKind.WordWithMacros => words["file.macros"],
                FileKind.OldWord => words["file.oldWord"],
                FileKind.Locked => words["file.locked"],
                FileKind.Pdf => words["file.pdf"],
                FileKind.Picture => words["file.picture"],
                FileKind.Empty => words["file.empty"],
                FileKind.Other or FileKind.Word or FileKind.Text => words["file.other"],
                _ => throw new UnreachableException(),
            },
            _ => throw new UnreachableException(),
        };
}
