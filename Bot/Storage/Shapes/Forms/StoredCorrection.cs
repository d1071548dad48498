using AgaBot.Dialogs;
using AgaBot.Dialogs.OwnData;

namespace AgaBot.Storage.Shapes.Forms;

internal sealed record StoredCorrection(string Kind, StoredSession Session);

internal sealed class StoredCorrectionShape()
    : KindShape<ActiveForm, CorrectionForm, StoredCorrection>("correcting", StoredFormsJson.Default.StoredCorrection)
{
    protected override StoredCorrection Of(CorrectionForm state) => new(Kind, StoredSession.Of(state.Session));

    protected override CorrectionForm To(StoredCorrection stored) => new(stored.Session.ToSession());
}
