using System.Collections.Immutable;

namespace AgaBot.Turns;

/// <summary>Keeps what was said in the conversations of a channel that the bot serves itself, so that a reload or a restart shows it again.</summary>
/// <exception cref="StoreUnavailableException">Any member, when the store cannot be reached.</exception>
public interface IActivityLog
{
    /// <summary>What is read at once: who reads slowly holds no more than this in memory, or a single longer entry.</summary>
    const int MaxReadBytes = 1024 * 1024;

    /// <summary>Begins a conversation. False where it was begun before, or has ended.</summary>
    ValueTask<bool> OpenAsync(string conversationId, CancellationToken cancellationToken);

    ValueTask<LogState> FindAsync(string conversationId, CancellationToken cancellationToken);

    /// <summary>Ends a conversation for good, also one that was never begun. What was said in it stays.</summary>
    ValueTask EndAsync(string conversationId, CancellationToken cancellationToken);

    /// <summary>Forgets what was said in a conversation. What is said next has the next place, and one that has ended stays ended. Idempotent.</summary>
    ValueTask ClearAsync(string conversationId, CancellationToken cancellationToken);

    /// <summary>Adds entries at the end, in order, all or none. An entry whose key is there already stays where it is.</summary>
    /// <exception cref="ArgumentException">An entry is larger than the store takes.</exception>
    ValueTask AppendAsync(string conversationId, ImmutableArray<LogEntry> entries, CancellationToken cancellationToken);

    /// <summary>
    /// Entries after the place <paramref name="after"/>, oldest first: up to <paramref name="limit"/> or <see cref="MaxReadBytes"/>,
    /// whichever comes first, and at least one where there is one.
    /// </summary>
    ValueTask<ImmutableArray<LoggedEntry>> ReadAsync(string conversationId, long after, int limit, CancellationToken cancellationToken);
}

/// <summary>How a conversation stands.</summary>
public abstract record LogState
{
    private LogState() { }

    /// <summary>It was never begun.</summary>
    public sealed record Absent : LogState;

    /// <param name="Last">The last place in the log: 0 where nothing was said yet.</param>
    public sealed record Open(long Last) : LogState;

    public sealed record Ended : LogState;
}

/// <param name="Key">Names the entry within its conversation: adding it again changes nothing.</param>
/// <param name="Content">As the channel sends it; the log looks not into it.</param>
public sealed record LogEntry(string Key, ReadOnlyMemory<byte> Content)
{
    /// <summary>What every store takes in one piece.</summary>
    public const int MaxContentBytes = 900 * 1024;
}

/// <param name="Place">From 1, without gaps, in the order in which the entries became readable.</param>
public sealed record LoggedEntry(long Place, ReadOnlyMemory<byte> Content);
