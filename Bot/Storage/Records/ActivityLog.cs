using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using AgaBot.Turns;

namespace AgaBot.Storage.Records;

/// <summary>
/// A partition a conversation: <c>head</c> holds the last place, <c>a:</c> and twelve digits an entry, <c>k:</c> and its key the place
/// where it stands. The head is replaced in each batch, so that places have no gaps and become readable in order.
/// </summary>
internal sealed class ActivityLog(IEntityStore store) : IActivityLog
{
    private const string Head = "head";

    /// <summary>Two rows an entry and the head, within a batch's limit.</summary>
    private const int MaxEntries = (EntityLimits.MaxBatchOperations - 1) / 2;

    /// <summary>Heads of conversations that this instance wrote to; an outdated one costs a conflict and a read.</summary>
    private const int MaxHeads = 10_000;

    private readonly ConcurrentDictionary<string, HeadRow> heads = new(StringComparer.Ordinal);

    public async ValueTask<bool> OpenAsync(string conversationId, CancellationToken cancellationToken)
    {
        if (heads.ContainsKey(conversationId))
            return false;
        WriteOutcome outcome = await store.WriteAsync(
            Partition(conversationId), [new EntityWrite.Insert(Head, Number(0))], cancellationToken);
        return outcome is WriteOutcome.Written;
    }

    public async ValueTask<long?> LastAsync(string conversationId, CancellationToken cancellationToken) =>
        (await ReadHeadAsync(conversationId, cancellationToken))?.Last;

    public async ValueTask AppendAsync(string conversationId, ImmutableArray<LogEntry> entries, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(entries.Length, MaxEntries);
        if (entries.FirstOrDefault(static entry => entry.Content.Length > LogEntry.MaxContentBytes) is { } large)
            throw new ArgumentException($"The entry {large.Key} has {large.Content.Length} bytes.", nameof(entries));

        while (!entries.IsEmpty)
        {
            HeadRow head = heads.TryGetValue(conversationId, out HeadRow? known)
                ? known
                : await ReadHeadAsync(conversationId, cancellationToken) ?? throw new InvalidOperationException("The conversation was never begun.");
            WriteOutcome outcome = await store.WriteAsync(Partition(conversationId), Batch(head, entries), cancellationToken);
            switch (outcome)
            {
                case WriteOutcome.Written written:
                    Remember(conversationId, new(head.Last + entries.Length, written.ETags[0]));
                    return;
                case WriteOutcome.Conflict conflict:
                    heads.TryRemove(conversationId, out _);
                    entries = entries.RemoveAll(entry => KeyRow(entry) == conflict.Row);
                    break;
            }
        }
    }

    public async ValueTask<ImmutableArray<LoggedEntry>> ReadAsync(
        string conversationId, long after, int limit, CancellationToken cancellationToken)
    {
        EntityPage page = await store.QueryAsync(
            Partition(conversationId), RowRange.StartingWith("a:"), limit, EntryRow(after), cancellationToken);
        return [.. page.Rows.Select(static row => new LoggedEntry(long.Parse(row.Row.AsSpan(2), NumberStyles.None, CultureInfo.InvariantCulture), row.Value))];
    }

    private async ValueTask<HeadRow?> ReadHeadAsync(string conversationId, CancellationToken cancellationToken)
    {
        Entity? row = await store.GetAsync(Partition(conversationId), Head, cancellationToken);
        if (row is null)
            return null;
        return Utf8Parser.TryParse(row.Value.Span, out long last, out _)
            ? new HeadRow(last, row.ETag)
            : throw new InvalidOperationException("The head of a conversation's log is no number.");
    }

    private void Remember(string conversationId, HeadRow head)
    {
        if (heads.Count >= MaxHeads)
            heads.Clear();
        heads[conversationId] = head;
    }

    private static ImmutableArray<EntityWrite> Batch(HeadRow head, ImmutableArray<LogEntry> entries)
    {
        var batch = ImmutableArray.CreateBuilder<EntityWrite>(1 + 2 * entries.Length);
        long place = head.Last;
        batch.Add(new EntityWrite.Replace(Head, Number(head.Last + entries.Length), head.ETag));
        foreach (LogEntry entry in entries)
        {
            place++;
            batch.Add(new EntityWrite.Insert(KeyRow(entry), Number(place)));
            batch.Add(new EntityWrite.Insert(EntryRow(place), entry.Content));
        }
        return batch.MoveToImmutable();
    }

    private static string Partition(string conversationId) => "log:" + conversationId;

    private static string EntryRow(long place) => string.Create(CultureInfo.InvariantCulture, $"a:{place:D12}");

    private static string KeyRow(LogEntry entry) => "k:" + entry.Key;

    private static byte[] Number(long number) => Encoding.ASCII.GetBytes(number.ToString(CultureInfo.InvariantCulture));

    private sealed record HeadRow(long Last, string ETag);
}
