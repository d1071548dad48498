using AgaBot.Dialogs.Sheets;
using AgaBot.Plans;

namespace AgaBot.Turns;

/// <summary>The paper form as a Word document: blank for anybody, and with what a person sent for that person alone. It changes nothing.</summary>
internal sealed class OwnWord(FichaDocuments documents, IPlanRecords records)
{
    /// <summary>Made when it is first asked for: it is the same for everybody.</summary>
    private readonly Lazy<byte[]> blank = new(documents.Blank);

    public ReadOnlyMemory<byte> Blank => blank.Value;

    /// <param name="number">As somebody writes a receipt number.</param>
    /// <returns>Null where this person sent nothing under the number, whoever else did, and where it is none.</returns>
    /// <exception cref="StoreUnavailableException">The store is gone.</exception>
    public async ValueTask<byte[]?> OfAsync(string channelId, string userId, string number, CancellationToken cancellationToken) =>
        ReceiptNumber.TryParse(number, out ReceiptNumber receipt)
        && await records.FindOwnAsync(ParticipantIds.Of(channelId, userId), receipt, cancellationToken) is { } found
            ? documents.Of(found)
            : null;
}
