using AgaBot.Dialogs;
using AgaBot.Dialogs.Supporting;

namespace AgaBot.Storage.Shapes.Forms;

internal sealed record StoredSupportRequest(string Kind, string Receipt);

internal sealed class StoredSupportRequestShape()
    : KindShape<PendingRequest, SupportRequest, StoredSupportRequest>("support", StoredFormsJson.Default.StoredSupportRequest)
{
    protected override StoredSupportRequest Of(SupportRequest state) => new(Kind, state.Receipt.Digits);

    protected override SupportRequest To(StoredSupportRequest stored) => new(StoredTalk.ReadReceipt(stored.Receipt));
}
