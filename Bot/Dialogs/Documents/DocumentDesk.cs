using System.Diagnostics;
using AgaBot.Dialogs.Asking;
using AgaBot.Dialogs.Commands;
using AgaBot.Dialogs.Inputs;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Dialogs.Proposals;
using AgaBot.Plans.Paper;

namespace AgaBot.Dialogs.Documents;

/// <summary>
/// Takes the files that people send. A ficha in Word becomes a draft that waits at its review, a resumen one draft after another;
/// whatever else comes is answered with what to do instead. Nothing of a file is kept before consent but the file itself, for a while.
/// </summary>
internal sealed class DocumentDesk(ISentFiles files, PlanLabels own, ProposalWalk proposals, DocumentLists lists)
{
    private const int Mebibyte = 1024 * 1024;

    /// <param name="open">The form that is open and waits meanwhile.</param>
    public async ValueTask<Decision> TakeAsync(Moment moment, SentFile file, OpenForm? open, CancellationToken cancellationToken) =>
        file switch
        {
            SentFile.TooLarge large => Refuse(moment, open, moment.Words.Say("file.tooLarge", large.MaxBytes / Mebibyte)),
            SentFile.Elsewhere => Refuse(moment, open, moment.Words["file.elsewhere"]),
            SentFile.Lost => Refuse(moment, open, moment.Words["file.lost"]),
            SentFile.Picture => Refuse(moment, open, moment.Words["file.picture"]),
            SentFile.Kept kept => await LookAsync(kept.Id, cancellationToken) is { } reading
                ? reading is PaperReading.Read
                    ? CommandDesk.Want(moment, new Intention.ReadFile(kept.Id), open)
                    : Refuse(moment, open, WhatToDo(moment.Words, reading))
                : Refuse(moment, open, moment.Words["file.gone"]),
            _ => throw new UnreachableException(),
        };

    /// <summary>Goes on with a file, once all is known that has to be known of the person.</summary>
    public async ValueTask<Decision> ReadAsync(
        Moment moment,
        Intention.ReadFile wish,
        Notice notice,
        CancellationToken cancellationToken
    ) =>
        await LookAsync(wish.File, cancellationToken) is PaperReading.Read read
        && (wish.Number is not { } number || number <= read.Document.Fichas.Length)
            ? Open(moment, wish, read.Document, notice)
            : moment.With(moment.Talk with { Document = null }).Say(notice.Above(moment.Words["file.gone"]));

    /// <summary>One ficha becomes a draft; several are listed, and become drafts one by one.</summary>
    public Decision Open(Moment moment, Intention.ReadFile wish, PaperDocument document, Notice notice)
    {
        if (document.Fichas is [var only])
            return proposals.BeginFrom(moment, only, document.NotUnderstood, notice, PaperNotes.OfDocument);
        DocumentInHand hand =
            moment.Talk.Document is { } before && before.File == wish.File
                ? before
                : DocumentInHand.Begin(wish.File, document.Fichas.Length);
        if (wish.Number is not { } number)
            return moment.With(moment.Talk with { Document = hand }).Say(lists.Say(moment.Words, document, hand, notice));

        Decision opened = proposals.BeginFrom(
            moment,
            document.Fichas[number - 1],
            [],
            notice,
            (open, filled) => PaperNotes.OneOfMany(open, filled, number, hand.Count)
        );
        return opened.Memory.Talk.Walk is Walk.Proposing { Draft: var draft }
            ? opened with
            {
                Memory = opened.Memory with { Talk = opened.Memory.Talk with { Document = hand.Open(number, draft) } },
            }
            : opened;
    }

    private async ValueTask<PaperReading?> LookAsync(SentFileId id, CancellationToken cancellationToken) =>
        await files.FindAsync(id, cancellationToken) is { } content ? PaperReading.Of(content, own) : null;

    private static Decision Refuse(Moment moment, OpenForm? open, string why) =>
        open is null ? moment.Say(why) : moment.Say(PlaceReply.Say(open, Notice.Problem(why)));

    private static string WhatToDo(Words words, PaperReading reading) =>
        reading switch
        {
            PaperReading.TooMany many => words.Say("file.tooMany", many.Count, PaperReading.MostFichas),
            PaperReading.NoFicha => words["file.noFicha"],
            PaperReading.Blank => words["file.blank"],
            PaperReading.Damaged => words["file.damaged"],
            PaperReading.NotWord other => other.Kind switch
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
