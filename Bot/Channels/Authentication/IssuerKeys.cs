using System.Collections.Frozen;

namespace AgaBot.Channels.Authentication;

/// <summary>
/// Caches the keys of one issuer. Keys are read for the first token, again after a day, and at once for an unknown key id, which a new
/// key has. If the keys cannot be read, the last ones remain in use.
/// </summary>
internal sealed class IssuerKeys(string metadata, OpenIdMetadataClient client, TimeProvider time, ILogger<IssuerKeys> logger)
{
    private static readonly TimeSpan FreshFor = TimeSpan.FromDays(1);

    /// <summary>Minimum time between reads: a caller can name key ids that do not exist.</summary>
    private static readonly TimeSpan BetweenReads = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(5);

    private readonly Lock gate = new();
    private volatile Listed listed = new(FrozenDictionary<string, SigningKey>.Empty, DateTimeOffset.MinValue);
    private Task<bool> reading = Task.FromResult(false);
    private DateTimeOffset readAt = DateTimeOffset.MinValue;

    public async ValueTask<KeySearch> FindAsync(string id, CancellationToken cancellationToken)
    {
        if (listed.Find(id) is { } key)
        {
            // Refreshes in the background: the cached key is valid.
            if (!IsWithin(FreshFor, listed.At))
                _ = ReadAgainAsync();
            return new KeySearch.Found(key);
        }
        bool isCurrent = await ReadAgainAsync().WaitAsync(cancellationToken);
        return listed.Find(id) is { } known ? new KeySearch.Found(known)
            : isCurrent ? new KeySearch.NotListed()
            : new KeySearch.Unreachable();
    }

    /// <summary>Reads once for all waiting callers, with a pause between reads. False if the last read failed.</summary>
    private Task<bool> ReadAgainAsync()
    {
        lock (gate)
        {
            bool hasFailed = reading is not { IsCompletedSuccessfully: true, Result: true };
            if (reading.IsCompleted && !IsWithin(hasFailed ? AfterFailure : BetweenReads, readAt))
            {
                readAt = time.GetUtcNow();
                reading = Task.Run(TryReadAsync);
            }
            return reading;
        }
    }

    private async Task<bool> TryReadAsync()
    {
        try
        {
            listed = new(await client.ReadKeysAsync(metadata, CancellationToken.None), time.GetUtcNow());
            AuthenticationLog.KeysRead(logger, metadata, listed.Keys.Count);
            return true;
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException or InvalidDataException)
        {
            AuthenticationLog.KeysNotRead(logger, metadata, listed.Keys.Count, failure.GetBaseException().Message);
            return false;
        }
    }

    /// <summary>Uses the absolute difference, so that a clock that was set back does not stop the reads.</summary>
    private bool IsWithin(TimeSpan span, DateTimeOffset moment) => (time.GetUtcNow() - moment).Duration() < span;

    private sealed record Listed(FrozenDictionary<string, SigningKey> Keys, DateTimeOffset At)
    {
        public SigningKey? Find(string id) => Keys.GetValueOrDefault(id);
    }
}

/// <summary>The result of a key search.</summary>
internal abstract record KeySearch
{
    private KeySearch() { }

    public sealed record Found(SigningKey Key) : KeySearch;

    /// <summary>The issuer has no such key.</summary>
    public sealed record NotListed : KeySearch;

    /// <summary>The issuer cannot be asked.</summary>
    public sealed record Unreachable : KeySearch;
}
