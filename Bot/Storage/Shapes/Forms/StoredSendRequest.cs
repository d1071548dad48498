using AgaBot.Dialogs;
using AgaBot.Dialogs.Drafting;
using AgaBot.Plans;

namespace AgaBot.Storage.Shapes.Forms;

internal sealed record StoredSendRequest(string Kind, string Draft, string? AddsTo = null);

internal sealed class StoredSendRequestShape()
    : KindShape<PendingRequest, SendRequest, StoredSendRequest>("send", StoredFormsJson.Default.StoredSendRequest)
{
    protected override StoredSendRequest Of(SendRequest state) => new(Kind, state.Draft.Value, state.AddsTo?.Digits);

    protected override SendRequest To(StoredSendRequest stored) =>
        new(new ProposalId(stored.Draft), stored.AddsTo is { } digits ? StoredTalk.ReadReceipt(digits) : null);
}
