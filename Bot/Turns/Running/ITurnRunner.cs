using AgaBot.Turns.Requests;
using AgaBot.Turns.Sending;

namespace AgaBot.Turns.Running;

/// <summary>Runs one turn: load, decide, commit, send.</summary>
public interface ITurnRunner
{
    /// <param name="sender">Sends on the channel that the request came from.</param>
    ValueTask<TurnResult> RunAsync(TurnRequest request, IReplySender sender, CancellationToken cancellationToken);
}
