using AgaBot.Dialogs;
using AgaBot.Dialogs.Proposals;
using AgaBot.Plans;

namespace AgaBot.Storage.Shapes.Forms;

internal sealed record StoredProposeRequest(string Kind, ProposalKind What, string? Component = null);

internal sealed class StoredProposeRequestShape()
    : KindShape<PendingRequest, ProposeRequest, StoredProposeRequest>("propose", StoredFormsJson.Default.StoredProposeRequest)
{
    protected override StoredProposeRequest Of(ProposeRequest state) => new(Kind, state.Kind, state.ComponentId);

    protected override ProposeRequest To(StoredProposeRequest stored) => new(stored.What, stored.Component);
}
