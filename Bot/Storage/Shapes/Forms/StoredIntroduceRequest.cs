using AgaBot.Dialogs;
using AgaBot.Dialogs.AboutMe;

namespace AgaBot.Storage.Shapes.Forms;

internal sealed record StoredIntroduceRequest(string Kind);

internal sealed class StoredIntroduceRequestShape()
    : KindShape<PendingRequest, IntroduceRequest, StoredIntroduceRequest>("introduce", StoredFormsJson.Default.StoredIntroduceRequest)
{
    protected override StoredIntroduceRequest Of(IntroduceRequest state) => new(Kind);

    protected override IntroduceRequest To(StoredIntroduceRequest stored) => new();
}
