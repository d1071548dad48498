using AgaBot.Dialogs;
using AgaBot.Dialogs.Mesas;
using AgaBot.Plans;

namespace AgaBot.Storage.Shapes.Forms;

internal sealed record StoredClaimSeatRequest(string Kind, string Mesa);

internal sealed class StoredClaimSeatRequestShape()
    : KindShape<PendingRequest, ClaimSeatRequest, StoredClaimSeatRequest>("claimSeat", StoredFormsJson.Default.StoredClaimSeatRequest)
{
    protected override StoredClaimSeatRequest Of(ClaimSeatRequest state) => new(Kind, state.Mesa.Value);

    protected override ClaimSeatRequest To(StoredClaimSeatRequest stored) => new(new MesaId(stored.Mesa));
}
