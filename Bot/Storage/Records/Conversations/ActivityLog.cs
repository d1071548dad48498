using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using AgaBot.Turns.Persistence;

namespace AgaBot.Storage.Records.Conversations;

/// <summary>
/// One partition a conversation. Row <c>head</c> holds the last place and whether the conversation ended, row <c>a:</c> and twelve digits
/// an entry, row <c>k:</c> and the key of an entry its place. The head is replaced in each batch, so that places have no gaps and become
/// readable in order. Row <c>shown</c> is there while an entry shows a code: it holds the entry's row, a line break, and the content
/// without the code, which the next batch puts in its place.
/// </summary>
internal sealed class ActivityLog(IEntityStore store) : IActivityLog
{
    private const string Head = "head";

    private const string Entries = "a:";

    private const string Keys = "k:";

    private const string Shown = "shown";

    /// <summary>Follows the last place in the head.</summary>
    private const string EndMark = " ended";

    /// <summary>Two rows an entry, the head, and two rows where a code is hidden, within a batch's limit.</summary>
    private const int MaxEntries = (EntityLimits.MaxBatchOperations - 3) / 2;

    /// <summary>The number of heads kept in memory; an outdated one costs a conflict and a read.</summary>
    private const int MaxHeads = 10_000;

    private readonly ConcurrentDictionary<string, HeadRow> heads = new(StringComparer.Ordinal);

    public async ValueTask<bool> OpenAsync(string conversationId, CancellationToken cancellationToken)
    {
        if (heads.ContainsKey(conversationId))
            return false;
        WriteOutcome outcome = await store.WriteAsync(
            Partition(conversationId),
            [new EntityWrite.Insert(Head, HeadRow.None.ToBytes())],
            cancellationToken
        );
        return outcome is WriteOutcome.Written;
    }

    public async ValueTask<LogState> FindAsync(string conversationId, CancellationToken cancellationToken) =>
        await ReadHeadAsync(conversationId, cancellationToken) switch
        {
            null => new LogState.Absent(),
            { IsEnded: true } => new LogState.Ended(),
            { Last: var last } => new LogState.Open(last),
        };

    public async ValueTask EndAsync(string conversationId, CancellationToken cancellationToken)
    {
        WriteOutcome outcome;
        do
        {
            HeadRow? head = await ReadHeadAsync(conversationId, cancellationToken);
            if (head is { IsEnded: true })
                return;
            byte[] ended = ((head ?? HeadRow.None) with { IsEnded = true }).ToBytes();
            outcome = await store.WriteAsync(
                Partition(conversationId),
                head is null
                    ? [new EntityWrite.Insert(Head, ended)]
                    :
                    [
                        new EntityWrite.Replace(Head, ended, head.ETag),
                        .. await HideAsync(conversationId, head, shown: null, cancellationToken),
                    ],
                cancellationToken
            );
        } while (outcome is WriteOutcome.Conflict);
        heads.TryRemove(conversationId, out _);
    }

    public async ValueTask ClearAsync(string conversationId, CancellationToken cancellationToken)
    {
        if (await ReadHeadAsync(conversationId, cancellationToken) is null)
            return;
        foreach (string prefix in (string[])[Entries, Keys, Shown])
        {
            EntityPage page;
            do
            {
                page = await store.QueryAsync(
                    Partition(conversationId),
                    RowRange.StartingWith(prefix),
                    EntityLimits.MaxBatchOperations,
                    after: null,
                    cancellationToken
                );
                // Where another instance deletes the same rows, the next page holds the remaining ones.
                if (!page.Rows.IsEmpty)
                    await store.WriteAsync(
                        Partition(conversationId),
                        [.. page.Rows.Select(static row => new EntityWrite.Delete(row.Row, row.ETag))],
                        cancellationToken
                    );
            } while (!page.Rows.IsEmpty);
        }
    }

    public async ValueTask AppendAsync(string conversationId, ImmutableArray<LogEntry> entries, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(entries.Length, MaxEntries);
        if (entries.FirstOrDefault(static entry => entry.Content.Length > LogEntry.MaxContentBytes) is { } large)
            throw new ArgumentException($"The entry {large.Key} has {large.Content.Length} bytes.", nameof(entries));

        while (!entries.IsEmpty)
        {
            HeadRow head = heads.TryGetValue(conversationId, out HeadRow? known)
                ? known
                : await ReadHeadAsync(conversationId, cancellationToken)
                    ?? throw new InvalidOperationException("The conversation was never begun.");
            byte[]? shown = ShownAfter(head, entries);
            WriteOutcome outcome = await store.WriteAsync(
                Partition(conversationId),
                [.. Batch(head, entries), .. await HideAsync(conversationId, head, shown, cancellationToken)],
                cancellationToken
            );
            switch (outcome)
            {
                case WriteOutcome.Written written:
                    Remember(
                        conversationId,
                        head with
                        {
                            Last = head.Last + entries.Length,
                            ETag = written.ETags[0],
                            MayShowCode = shown is not null,
                        }
                    );
                    return;
                case WriteOutcome.Conflict conflict:
                    heads.TryRemove(conversationId, out _);
                    entries = entries.RemoveAll(entry => KeyRow(entry) == conflict.Row);
                    break;
            }
        }
    }

    public async ValueTask<ImmutableArray<LoggedEntry>> ReadAsync(
        string conversationId,
        long after,
        int limit,
        CancellationToken cancellationToken
    )
    {
        EntityPage page = await store.QueryAsync(
            Partition(conversationId),
            RowRange.StartingWith(Entries),
            limit,
            EntryRow(after),
            cancellationToken
        );
        int bytes = 0;
        return
        [
            .. page
                .Rows.TakeWhile((row, place) => (bytes += row.Value.Length) <= IActivityLog.MaxReadBytes || place == 0)
                .Select(static row => new LoggedEntry(
                    long.Parse(row.Row.AsSpan(2), NumberStyles.None, CultureInfo.InvariantCulture),
                    row.Value
                )),
        ];
    }

    private async ValueTask<HeadRow?> ReadHeadAsync(string conversationId, CancellationToken cancellationToken)
    {
        Entity? row = await store.GetAsync(Partition(conversationId), Head, cancellationToken);
        if (row is null)
            return null;
        return Utf8Parser.TryParse(row.Value.Span, out long last, out int digits)
            ? new HeadRow(last, IsEnded: digits < row.Value.Length, row.ETag)
            : throw new InvalidOperationException("The head of a conversation's log is no number.");
    }

    /// <summary>The writes that hide the code shown last, and note the one that is shown now.</summary>
    private async ValueTask<ImmutableArray<EntityWrite>> HideAsync(
        string conversationId,
        HeadRow head,
        byte[]? shown,
        CancellationToken cancellationToken
    )
    {
        Entity? note = head.MayShowCode ? await store.GetAsync(Partition(conversationId), Shown, cancellationToken) : null;
        if (note is null)
            return shown is null ? [] : [new EntityWrite.Insert(Shown, shown)];
        int end = note.Value.Span.IndexOf((byte)'\n');
        string row = Encoding.ASCII.GetString(note.Value.Span[..end]);
        EntityWrite noted = shown is null ? new EntityWrite.Delete(Shown, note.ETag) : new EntityWrite.Replace(Shown, shown, note.ETag);
        return await store.GetAsync(Partition(conversationId), row, cancellationToken) is { } entry
            ? [new EntityWrite.Replace(row, note.Value[(end + 1)..], entry.ETag), noted]
            : [noted];
    }

    private static byte[]? ShownAfter(HeadRow head, ImmutableArray<LogEntry> entries)
    {
        for (int i = entries.Length - 1; i >= 0; i--)
        {
            if (entries[i].Later is { } later)
                return [.. Encoding.ASCII.GetBytes($"{EntryRow(head.Last + i + 1)}\n"), .. later.Span];
        }
        return null;
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
        batch.Add(new EntityWrite.Replace(Head, (head with { Last = head.Last + entries.Length }).ToBytes(), head.ETag));
        foreach (LogEntry entry in entries)
        {
            place++;
            batch.Add(new EntityWrite.Insert(KeyRow(entry), Number(place)));
            batch.Add(new EntityWrite.Insert(EntryRow(place), entry.Content));
        }
        return batch.MoveToImmutable();
    }

    private static string Partition(string conversationId) => RowKeys.LogPartition(conversationId);

    private static string EntryRow(long place) => string.Create(CultureInfo.InvariantCulture, $"{Entries}{place:D12}");

    private static string KeyRow(LogEntry entry) => Keys + entry.Key;

    private static byte[] Number(long number) => Encoding.ASCII.GetBytes(number.ToString(CultureInfo.InvariantCulture));

    private sealed record HeadRow(long Last, bool IsEnded, string ETag)
    {
        /// <summary>The head of a conversation without entries.</summary>
        public static HeadRow None { get; } = new(0, false, "");

        /// <summary>Whether there may be a row <c>shown</c>: not known of a head that was just read.</summary>
        public bool MayShowCode { get; init; } = true;

        public byte[] ToBytes() =>
            Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Last}{(IsEnded ? EndMark : "")}"));
    }
}
