namespace AgaBot.Dialogs;

/// <summary>Decides a turn: what is remembered, what changes, and what is said. Reads, but writes nothing.</summary>
public interface IDialog
{
    ValueTask<Decision> DecideAsync(DialogState state, TurnInput turn, CancellationToken cancellationToken);
}
