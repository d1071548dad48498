using AgaBot.Dialogs;
using AgaBot.Dialogs.Mesas;

namespace AgaBot.Storage.Shapes.Forms;

internal sealed record StoredOpenMesaRequest(string Kind);

internal sealed class StoredOpenMesaRequestShape()
    : KindShape<PendingRequest, OpenMesaRequest, StoredOpenMesaRequest>("openMesa", StoredFormsJson.Default.StoredOpenMesaRequest)
{
    protected override StoredOpenMesaRequest Of(OpenMesaRequest state) => new(Kind);

    protected override OpenMesaRequest To(StoredOpenMesaRequest stored) => new();
}
