using AgaBot.Dialogs.Sheets;
using AgaBot.Plans;
using AgaBot.Turns.Persistence;

namespace AgaBot.Downloads;

/// <summary>The paper form as a Word document: blank for anybody, and a sent ficha for its author only.</summary>
internal sealed class FichaWordFiles(FichaDocuments documents, IPlanRecords records, OwnPeople people)
{
    /// <summary>Made at the first request; it is the same for everybody.</summary>
    private readonly Lazy<byte[]> blank = new(documents.Blank);

    public ReadOnlyMemory<byte> Blank => blank.Value;

    /// <param name="number">A receipt number as somebody writes it.</param>
    /// <returns>Null where the text is no receipt number, or where this person sent nothing under the number.</returns>
    /// <exception cref="StoreUnavailableException">The store cannot be reached.</exception>
    public async ValueTask<byte[]?> FindOwnAsync(string channelId, string userId, string number, CancellationToken cancellationToken) =>
        ReceiptNumber.TryParse(number, out ReceiptNumber receipt)
        && await people.FindAsync(channelId, userId, cancellationToken) is { Erasing: null } person
        && await records.FindOwnAsync(person.Participant.Id, receipt, cancellationToken) is { } found
            ? documents.Of(found)
            : null;
}
