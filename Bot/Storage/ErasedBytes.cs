using System.Threading.Channels;

namespace AgaBot.Storage;

/// <summary>Tells the upkeep of the store that rows of an erased person were deleted, so that their bytes are removed too.</summary>
internal sealed class ErasedBytes
{
    private readonly Channel<bool> erased = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
    );

    public void RemoveSoon() => erased.Writer.TryWrite(true);

    /// <returns>True after an erasure, false after <paramref name="longest"/>.</returns>
    public async ValueTask<bool> WaitAsync(TimeSpan longest, TimeProvider time, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(longest, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            return await erased.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }
}
