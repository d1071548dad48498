using System.Collections.Immutable;

namespace AgaBot.Turns.Persistence;

/// <summary>Stores the activities of conversations on the bot's own page, so that a reload or a restart shows them again.</summary>
/// <exception cref="StoreUnavailableException">Any member, when the store cannot be reached.</exception>
public interface IActivityLog
{
    /// <summary>Maximum size of one read, except for a single longer entry. Limits the memory that a slow reader holds.</summary>
    const int MaxReadBytes = 1024 * 1024;

    /// <summary>Begins a conversation.</summary>
    /// <returns>False where the conversation was begun before or has ended.</returns>
    ValueTask<bool> OpenAsync(string conversationId, CancellationToken cancellationToken);

    ValueTask<LogState> FindAsync(string conversationId, CancellationToken cancellationToken);

    /// <summary>Ends a conversation permanently, also one that was never begun. Its entries stay.</summary>
    ValueTask EndAsync(string conversationId, CancellationToken cancellationToken);

    /// <summary>
    /// Deletes the entries of a conversation. The next entry gets the next place, and a conversation that has ended stays ended.
    /// Idempotent.
    /// </summary>
    ValueTask ClearAsync(string conversationId, CancellationToken cancellationToken);

    /// <summary>
    /// Adds entries at the end, in order, all or none. An entry whose key exists already stays where it is. The last entry with a
    /// <see cref="LogEntry.Later"/> gets that content.
    /// </summary>
    /// <exception cref="ArgumentException">An entry is larger than <see cref="LogEntry.MaxContentBytes"/>.</exception>
    ValueTask AppendAsync(string conversationId, ImmutableArray<LogEntry> entries, CancellationToken cancellationToken);

    /// <summary>
    /// Entries after the place <paramref name="after"/>, oldest first: up to <paramref name="limit"/> entries or
    /// <see cref="MaxReadBytes"/>, whichever is reached first, and at least one where there is one.
    /// </summary>
    ValueTask<ImmutableArray<LoggedEntry>> ReadAsync(string conversationId, long after, int limit, CancellationToken cancellationToken);
}

/// <summary>The state of a conversation's log.</summary>
public abstract record LogState
{
    private LogState() { }

    /// <summary>The conversation was never begun.</summary>
    public sealed record Absent : LogState;

    /// <param name="Last">The last place in the log: 0 where the log is empty.</param>
    public sealed record Open(long Last) : LogState;

    public sealed record Ended : LogState;
}

/// <param name="Key">Unique within the conversation. Adding the same key again changes nothing.</param>
/// <param name="Content">As the channel sends it; opaque to the log.</param>
public sealed record LogEntry(string Key, ReadOnlyMemory<byte> Content)
{
    /// <summary>Maximum size of an entry that every store accepts.</summary>
    public const int MaxContentBytes = 900 * 1024;

    /// <summary>What takes the place of the content with the next entries, so that a code is kept only until then; usually null.</summary>
    public ReadOnlyMemory<byte>? Later { get; init; }
}

/// <param name="Place">From 1, without gaps, in the order in which the entries became readable.</param>
public sealed record LoggedEntry(long Place, ReadOnlyMemory<byte> Content);
