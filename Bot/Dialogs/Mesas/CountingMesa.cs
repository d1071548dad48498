using AgaBot.Forms.Walking;
using AgaBot.Plans;

namespace AgaBot.Dialogs.Mesas;

/// <summary>The form that counts the people at a mesa: a new one, or the one that the person records for.</summary>
public sealed record CountingMesa(MesaId Id, FormSession Session) : FormWithSession(Session)
{
    /// <summary>The count of a closed mesa cannot be restored.</summary>
    internal override bool CanComeBack(DialogState state) => state.Mesa?.Id == Id;
}
