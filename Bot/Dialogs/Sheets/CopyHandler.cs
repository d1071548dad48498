using AgaBot.Dialogs.Phrasing;
using AgaBot.Plans;

namespace AgaBot.Dialogs.Sheets;

/// <summary>Gives the form in words, on every channel: blank, or as a person sent it. Both can be copied, and read again where they are pasted.</summary>
internal sealed class CopyHandler(FichaDocuments documents, IPlanRecords records)
{
    public Decision Blank(DialogContext context) =>
        context.Say([new Reply(context.Words["paper.blank.text"]), new Reply(documents.BlankInWords())]);

    /// <param name="number">Null is the one sent last.</param>
    public async ValueTask<Decision> CopyAsync(DialogContext context, ReceiptNumber? number, CancellationToken cancellationToken)
    {
        Words words = context.Words;
        return await records.FindOwnAsync(context.Participant.Id, number, cancellationToken) is { } found
            ? context.Say([new Reply(words["paper.copy.text"]), new Reply(documents.InWords(found))])
            : context.Say(words[number is null ? "paper.copy.none" : "paper.copy.noSuch"]);
    }
}
