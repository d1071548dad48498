using AgaBot.Dialogs;
using AgaBot.Dialogs.OwnData;

namespace AgaBot.Storage.Shapes.Forms;

internal sealed record StoredErasingForm(string Kind, StoredSession Session);

internal sealed class StoredErasingFormShape()
    : KindShape<ActiveForm, ErasingForm, StoredErasingForm>("erasing", StoredFormsJson.Default.StoredErasingForm)
{
    protected override StoredErasingForm Of(ErasingForm state) => new(Kind, StoredSession.Of(state.Session));

    protected override ErasingForm To(StoredErasingForm stored) => new(stored.Session.ToSession());
}
