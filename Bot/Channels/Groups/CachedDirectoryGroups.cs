using System.Collections.Concurrent;
using AgaBot.Turns.Coordinators;
using AgaBot.Turns.Requests;
using Microsoft.Extensions.Options;

namespace AgaBot.Channels.Groups;

/// <summary>
/// Caches the group membership of each person for some minutes. While Microsoft Graph is unavailable, the last result remains valid for a
/// limited time; after that, nobody coordinates by a group. A turn waits for a query only up to a limit (docs/decisions/0029).
/// </summary>
internal sealed class CachedDirectoryGroups(
    Lazy<GraphClient> graph,
    IOptions<GroupOptions> options,
    TimeProvider time,
    ILogger<CachedDirectoryGroups> logger
) : IDirectoryGroups
{
    /// <summary>More than the people who write from Teams within an hour. Beyond this number, old entries are removed.</summary>
    private const int MaxEntries = 20_000;

    /// <summary>How long no query is made after a failure.</summary>
    private static readonly TimeSpan FailurePause = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<EntraId, Entry> entries = new();
    private readonly ConcurrentDictionary<EntraId, Lazy<Task<Membership>>> asked = new();
    private long pausedUntil;

    public async ValueTask<bool> CoordinatesAsync(EntraId person, CancellationToken cancellationToken)
    {
        entries.TryGetValue(person, out Entry? last);
        DateTimeOffset now = time.GetUtcNow();
        if (last is not null && now < last.At + options.Value.FreshFor)
            return last.IsMember;
        if (now.UtcTicks >= Interlocked.Read(ref pausedUntil) && await AskAsync(person, cancellationToken) is Membership.Known known)
            return known.IsMember;
        if (last is not null && now < last.At + options.Value.GoodFor)
            return last.IsMember;
        GroupsLog.NoRole(logger);
        return false;
    }

    private async ValueTask<Membership> AskAsync(EntraId person, CancellationToken cancellationToken)
    {
        // The query starts only after it is in the dictionary; otherwise it could finish before, and never be removed.
        Lazy<Task<Membership>> answer = asked.GetOrAdd(person, static (person, self) => new(() => self.LearnAsync(person)), this);
        try
        {
            return await answer.Value.WaitAsync(options.Value.Within, time, cancellationToken);
        }
        catch (TimeoutException)
        {
            // The query continues, and a later turn uses its result.
            Pause();
            return new Membership.Unknown();
        }
    }

    private async Task<Membership> LearnAsync(EntraId person)
    {
        try
        {
            Membership answer = await graph.Value.CheckAsync(person);
            if (answer is Membership.Known known)
                Remember(person, new(known.IsMember, time.GetUtcNow()));
            else
                Pause();
            return answer;
        }
        finally
        {
            asked.TryRemove(person, out _);
        }
    }

    private void Pause() => Interlocked.Exchange(ref pausedUntil, (time.GetUtcNow() + FailurePause).UtcTicks);

    private void Remember(EntraId person, Entry entry)
    {
        if (entries.Count >= MaxEntries)
        {
            foreach ((EntraId old, Entry cached) in entries)
            {
                if (cached.At + options.Value.GoodFor <= entry.At || entries.Count >= MaxEntries)
                    entries.TryRemove(old, out _);
            }
        }
        entries[person] = entry;
    }

    private sealed record Entry(bool IsMember, DateTimeOffset At);
}
