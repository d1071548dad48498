namespace AgaBot.Dialogs;

/// <summary>Decides a turn: the new state, the changes and the replies. It reads, but writes nothing.</summary>
public interface IDialog
{
    ValueTask<Decision> DecideAsync(DialogState state, TurnInput turn, CancellationToken cancellationToken);
}
