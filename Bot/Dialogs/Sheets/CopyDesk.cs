using AgaBot.Dialogs.Phrasing;
using AgaBot.Plans;

namespace AgaBot.Dialogs.Sheets;

/// <summary>Gives the form in words, on every channel: blank, or as a person sent it. Both can be copied, and read again where they are pasted.</summary>
internal sealed class CopyDesk(FichaDocuments documents, IPlanRecords records)
{
    public Decision Blank(Moment moment) => moment.Say([new Reply(moment.Words["paper.blank.text"]), new Reply(documents.BlankInWords())]);

    /// <param name="number">Null is the one sent last.</param>
    public async ValueTask<Decision> CopyAsync(Moment moment, ReceiptNumber? number, CancellationToken cancellationToken)
    {
        Words words = moment.Words;
        return await records.FindOwnAsync(moment.Participant.Id, number, cancellationToken) is { } found
            ? moment.Say([new Reply(words["paper.copy.text"]), new Reply(documents.InWords(found))])
            : moment.Say(words[number is null ? "paper.copy.none" : "paper.copy.noSuch"]);
    }
}
