using AgaBot.Dialogs;
using AgaBot.Dialogs.Mesas;
using AgaBot.Plans;

namespace AgaBot.Storage.Shapes.Forms;

internal sealed record StoredCountingMesa(string Kind, string Id, StoredSession Session);

internal sealed class StoredCountingMesaShape()
    : KindShape<ActiveForm, CountingMesa, StoredCountingMesa>("countingMesa", StoredFormsJson.Default.StoredCountingMesa)
{
    protected override StoredCountingMesa Of(CountingMesa state) => new(Kind, state.Id.Value, StoredSession.Of(state.Session));

    protected override CountingMesa To(StoredCountingMesa stored) => new(new MesaId(stored.Id), stored.Session.ToSession());
}
