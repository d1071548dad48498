using AgaBot.Consultations;
using AgaBot.Dialogs;
using AgaBot.Dialogs.Consulting;

namespace AgaBot.Storage.Shapes.Forms;

internal sealed record StoredOpening(string Kind, string Id, StoredSession Session);

internal sealed class StoredOpeningShape()
    : KindShape<ActiveForm, OpeningConsultation, StoredOpening>("openingConsultation", StoredFormsJson.Default.StoredOpening)
{
    protected override StoredOpening Of(OpeningConsultation state) => new(Kind, state.Id.Value, StoredSession.Of(state.Session));

    protected override OpeningConsultation To(StoredOpening stored) => new(new ConsultationId(stored.Id), stored.Session.ToSession());
}
