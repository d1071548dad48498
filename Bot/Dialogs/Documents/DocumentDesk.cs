using System.Diagnostics;
using AgaBot.Dialogs.Asking;
using AgaBot.Dialogs.Commands;
using AgaBot.Dialogs.Inputs;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Dialogs.Proposals;
using AgaBot.Plans.Paper;

namespace AgaBot.Dialogs.Documents;

/// <summary>
/// Takes the files that people send. A ficha in Word becomes a draft that waits at its review; whatever else comes is answered with what
/// to do instead. Nothing of a file is kept before consent but the file itself, for a while.
/// </summary>
internal sealed class DocumentDesk(ISentFiles files, ProposalWalk proposals)
{
    private const int Mebibyte = 1024 * 1024;

    /// <param name="open">The form that is open and waits meanwhile.</param>
    public async ValueTask<Decision> TakeAsync(Moment moment, SentFile file, OpenForm? open, CancellationToken cancellationToken) => file switch
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

    /// <summary>Makes the draft, once all is known that has to be known of the person.</summary>
    public async ValueTask<Decision> ReadAsync(Moment moment, SentFileId id, Notice notice, CancellationToken cancellationToken) =>
        await LookAsync(id, cancellationToken) is PaperReading.Read read
            ? proposals.BeginFrom(moment, read.Ficha, notice)
            : moment.Say(notice.Above(moment.Words["file.gone"]));

    private async ValueTask<PaperReading?> LookAsync(SentFileId id, CancellationToken cancellationToken) =>
        await files.FindAsync(id, cancellationToken) is { } content ? PaperReading.Of(content) : null;

    private static Decision Refuse(Moment moment, OpenForm? open, string why) =>
        open is null ? moment.Say(why) : moment.Say(PlaceReply.Say(open, Notice.Problem(why)));

    private static string WhatToDo(Words words, PaperReading reading) => reading switch
    {
        PaperReading.Several several => words.Say("file.several", several.Count),
        PaperReading.NoFicha => words["file.noFicha"],
        PaperReading.Damaged => words["file.damaged"],
        PaperReading.NotWord other => other.Kind switch
        {
            FileKind.WordWithMacros => words["file.macros"],
            FileKind.OldWord => words["file.oldWord"],
            FileKind.Pdf => words["file.pdf"],
            FileKind.Picture => words["file.picture"],
            FileKind.Empty => words["file.empty"],
            FileKind.Other => words["file.other"],
            _ => throw new UnreachableException(),
        },
        _ => throw new UnreachableException(),
    };
}
