using AgaBot.Dialogs;
using AgaBot.Dialogs.Consulting;

namespace AgaBot.Storage.Shapes.Forms;

internal sealed record StoredResponding(string Kind, StoredConsultation Consultation, StoredSession Session);

internal sealed class StoredRespondingShape()
    : KindShape<ActiveForm, Responding, StoredResponding>("responding", StoredFormsJson.Default.StoredResponding)
{
    protected override StoredResponding Of(Responding state) =>
        new(Kind, StoredConsultation.Of(state.Consultation), StoredSession.Of(state.Session));

    protected override Responding To(StoredResponding stored) => new(stored.Consultation.ToConsultation(), stored.Session.ToSession());
}
