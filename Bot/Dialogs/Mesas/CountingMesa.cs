using AgaBot.Forms.Walking;
using AgaBot.Plans;

namespace AgaBot.Dialogs.Mesas;

/// <summary>The count of who sits at a mesa: one that is being opened, or the one that is recorded for.</summary>
public sealed record CountingMesa(MesaId Id, FormSession Session) : FormWithSession(Session)
{
    /// <summary>Nobody is counted at a mesa that is closed.</summary>
    internal override bool CanComeBack(DialogState state) => state.Mesa?.Id == Id;
}
