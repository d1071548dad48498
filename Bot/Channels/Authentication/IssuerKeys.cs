using System.Collections.Frozen;

namespace AgaBot.Channels.Authentication;

/// <summary>
/// The keys of one issuer: read when a token first asks for one, again after a day, and at once for a key that is not among them, which
/// is how a new one is met. Where they cannot be read, the last good ones stay.
/// </summary>
internal sealed class IssuerKeys(string metadata, OpenIdMetadataClient client, TimeProvider time, ILogger<IssuerKeys> logger)
{
    private static readonly TimeSpan FreshFor = TimeSpan.FromDays(1);

    /// <summary>Anybody can ask for keys that do not exist: the issuer is not asked for each.</summary>
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
            // Nobody waits for this one: the key at hand is good.
            if (!IsWithin(FreshFor, listed.At))
                _ = ReadAgainAsync();
            return new KeySearch.Found(key);
        }
        bool isCurrent = await ReadAgainAsync().WaitAsync(cancellationToken);
        return listed.Find(id) is { } known ? new KeySearch.Found(known)
            : isCurrent ? new KeySearch.NotListed()
            : new KeySearch.Unreachable();
    }

    /// <summary>One reading at a time, for all who wait, and a pause between them. False where the last one failed.</summary>
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

    /// <summary>By distance, so that a clock that was set back does not stop the reading.</summary>
    private bool IsWithin(TimeSpan span, DateTimeOffset moment) => (time.GetUtcNow() - moment).Duration() < span;

    private sealed record Listed(FrozenDictionary<string, SigningKey> Keys, DateTimeOffset At)
    {
        public SigningKey? Find(string id) => Keys.GetValueOrDefault(id);
    }
}

/// <summary>What came of looking for a key.</summary>
internal abstract record KeySearch
{
    private KeySearch() { }

    public sealed record Found(SigningKey Key) : KeySearch;

    /// <summary>The issuer was asked, and has no such key.</summary>
    public sealed record NotListed : KeySearch;

    /// <summary>The issuer cannot be asked.</summary>
    public sealed record Unreachable : KeySearch;
}
