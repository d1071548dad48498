namespace AgaBot.Turns;

/// <summary>Runs one turn: load, decide, commit, send.</summary>
public interface ITurnRunner
{
    /// <param name="sender">The channel that the request came by.</param>
    ValueTask<TurnResult> RunAsync(TurnRequest request, IReplySender sender, CancellationToken cancellationToken);
}
