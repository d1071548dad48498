using AgaBot.Dialogs;
using AgaBot.Dialogs.AboutMe;

namespace AgaBot.Storage.Shapes.Forms;

internal sealed record StoredAboutMe(string Kind, StoredSession Session);

internal sealed class StoredAboutMeShape()
    : KindShape<ActiveForm, AboutMeForm, StoredAboutMe>("aboutMe", StoredFormsJson.Default.StoredAboutMe)
{
    protected override StoredAboutMe Of(AboutMeForm state) => new(Kind, StoredSession.Of(state.Session));

    protected override AboutMeForm To(StoredAboutMe stored) => new(stored.Session.ToSession());
}
