using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using AgaBot.Turns.Persistence;

namespace AgaBot.Storage.Setup;

/// <summary>
/// Checks that the store can be read and written. Each probe reads. A write of one row, the only way to notice a full disk, is repeated
/// only after a while, so that probes do not wear the disk.
/// </summary>
internal sealed class StoreReadiness(IEntityStore store, StoreHealth health, TimeProvider time) : IReadiness
{
    /// <summary>How long a successful write counts as proof. After a failed probe the next probe writes again.</summary>
    public static readonly TimeSpan ProofLasts = TimeSpan.FromSeconds(10);

    private const string Partition = "readiness";
    private const string Row = "last";

    /// <summary>If others wrote first each time, the store can be written, which is what the probe checks.</summary>
    private const int MaxTries = 3;

    private readonly Lock gate = new();
    private Task proof = Task.CompletedTask;
    private DateTimeOffset proven = DateTimeOffset.MinValue;
    private string? etag;

    public string Remark => health.Remark;

    public async ValueTask CheckAsync(CancellationToken cancellationToken)
    {
        if (health.IsDamaged)
            throw new StoreUnavailableException(health.Remark);
        await store.CheckAsync(cancellationToken);
        await ProveAsync().WaitAsync(cancellationToken);
    }

    /// <summary>One write at a time: probes must not queue up in a slow store.</summary>
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
