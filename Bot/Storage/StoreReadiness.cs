using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using AgaBot.Turns.Persistence;

namespace AgaBot.Storage;

/// <summary>
/// Turns can be kept where the store can be read and written. Whether it answers is asked at each probe; whether it writes is shown by writing
/// one row, which nothing else would show of a full disk, and which holds good for a while, so that probes wear no disk.
/// </summary>
internal sealed class StoreReadiness(IEntityStore store, TimeProvider time) : IReadiness
{
    /// <summary>How long a write proves that the next one will go well. A probe that failed proves nothing: the next one writes again.</summary>
    public static readonly TimeSpan ProofLasts = TimeSpan.FromSeconds(10);

    private const string Partition = "readiness";
    private const string Row = "last";

    /// <summary>Whoever came first each time has written, and that is all that was to be shown.</summary>
    private const int MaxTries = 3;

    private readonly Lock gate = new();
    private Task proof = Task.CompletedTask;
    private DateTimeOffset proven = DateTimeOffset.MinValue;
    private string? etag;

    public async ValueTask CheckAsync(CancellationToken cancellationToken)
    {
        await store.CheckAsync(cancellationToken);
        await ProveAsync().WaitAsync(cancellationToken);
    }

    /// <summary>One proof at a time: where a store lets its callers wait, probes must not queue up in it.</summary>
    private Task ProveAsync()
    {
        lock (gate)
        {
            bool isOld = (time.GetUtcNow() - proven).Duration() >= ProofLasts;
            if (proof.IsCompleted && (isOld || !proof.IsCompletedSuccessfully))
                proof = WriteAsync();
            return proof;
        }
    }

    private async Task WriteAsync()
    {
        DateTimeOffset now = time.GetUtcNow();
        byte[] value = Encoding.ASCII.GetBytes(now.ToString("O", CultureInfo.InvariantCulture));
        for (int tries = 0; tries < MaxTries; tries++)
        {
            ImmutableArray<EntityWrite> batch =
            [
                etag is null ? new EntityWrite.Insert(Row, value) : new EntityWrite.Replace(Row, value, etag),
            ];
            if (await store.WriteAsync(Partition, batch, CancellationToken.None) is WriteOutcome.Written written)
            {
                etag = written.ETags[0];
                break;
            }
            etag = (await store.GetAsync(Partition, Row, CancellationToken.None))?.ETag;
        }
        lock (gate)
            proven = now;
    }
}
