using AgaBot.Dialogs;
using AgaBot.Dialogs.Drafting;
using AgaBot.Plans;

namespace AgaBot.Storage.Shapes.Forms;

internal sealed record StoredProposing(string Kind, string Draft);

internal sealed class StoredProposingShape()
    : KindShape<ActiveForm, Proposing, StoredProposing>("proposing", StoredFormsJson.Default.StoredProposing)
{
    protected override StoredProposing Of(Proposing state) => new(Kind, state.Draft.Value);

    protected override Proposing To(StoredProposing stored) => new(new ProposalId(stored.Draft));
}
