using AgaBot.Dialogs.Inputs;

namespace AgaBot.Dialogs;

/// <summary>Does what an input needs and what takes long, before the turn of the input and outside the lock of the person.</summary>
public interface IInputPreparation
{
    /// <returns>What was prepared, to be disposed of after the turn; null if the input needs nothing.</returns>
    /// <exception cref="OperationCanceledException">The sender is gone.</exception>
    ValueTask<IDisposable?> PrepareAsync(UserInput input, CancellationToken cancellationToken);
}
