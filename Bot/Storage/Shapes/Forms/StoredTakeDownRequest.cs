using AgaBot.Dialogs;
using AgaBot.Dialogs.TakingDown;
using AgaBot.Plans;

namespace AgaBot.Storage.Shapes.Forms;

internal sealed record StoredTakeDownRequest(string Kind, ProposalKind What, string Text);

internal sealed class StoredTakeDownRequestShape()
    : KindShape<PendingRequest, TakeDownRequest, StoredTakeDownRequest>("takeDown", StoredFormsJson.Default.StoredTakeDownRequest)
{
    protected override StoredTakeDownRequest Of(TakeDownRequest state) => new(Kind, state.Kind, state.Text);

    protected override TakeDownRequest To(StoredTakeDownRequest stored) => new(stored.What, stored.Text);
}
