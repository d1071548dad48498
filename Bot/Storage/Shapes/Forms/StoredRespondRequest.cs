using AgaBot.Dialogs;
using AgaBot.Dialogs.Consulting;

namespace AgaBot.Storage.Shapes.Forms;

internal sealed record StoredRespondRequest(string Kind, StoredConsultation Consultation);

internal sealed class StoredRespondRequestShape()
    : KindShape<PendingRequest, RespondRequest, StoredRespondRequest>("respond", StoredFormsJson.Default.StoredRespondRequest)
{
    protected override StoredRespondRequest Of(RespondRequest state) => new(Kind, StoredConsultation.Of(state.Consultation));

    protected override RespondRequest To(StoredRespondRequest stored) => new(stored.Consultation.ToConsultation());
}
