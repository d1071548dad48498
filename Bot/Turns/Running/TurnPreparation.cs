using AgaBot.Dialogs;
using AgaBot.Turns.Persistence;
using AgaBot.Turns.Requests;

namespace AgaBot.Turns.Running;

/// <summary>Prepares a turn before it takes the lock of its person, so that a long reading keeps nobody else waiting.</summary>
internal sealed class TurnPreparation(IEnumerable<IInputPreparation> preparations)
{
    /// <returns>What was prepared, to be disposed of after the turn; null if there is nothing to prepare.</returns>
    /// <exception cref="OperationCanceledException">The sender is gone; the turn does not run.</exception>
    public async ValueTask<IDisposable?> PrepareAsync(TurnRequest request)
    {
        try
        {
            foreach (IInputPreparation preparation in preparations)
            {
                if (await preparation.PrepareAsync(request.Input, request.SenderGone) is { } prepared)
                    return prepared;
            }
            return null;
        }
        catch (StoreUnavailableException)
        {
            // The turn needs the store too and says that it is unavailable.
            return null;
        }
    }
}
