using System.Collections.Immutable;
using AgaBot.Plans;
using AgaBot.Plans.Linking;
using AgaBot.Storage.Shapes;

namespace AgaBot.Storage.Records.Linking;

/// <summary>Rows <c>lm:…</c>, one a link, and <c>li:…</c>, one a row that the link moves. They are deleted after a day.</summary>
internal sealed class LinkMemories(IEntityStore store, Plan plan) : ILinkMemories
{
    private readonly string partition = RowKeys.PlanPartition(plan);

    public async ValueTask<LinkMemory?> FindLastAsync(ParticipantId to, DateTimeOffset now, CancellationToken cancellationToken)
    {
        LinkMemory? last = null;
        foreach (LinkMemory memory in await OfAsync(to, cancellationToken))
        {
            if (memory.CanBeUndone(now) && (last is null || last.At < memory.At))
                last = memory;
        }
        return last;
    }

    /// <summary>What is remembered of the participant's links, also of those that can no longer be undone.</summary>
    public async ValueTask<ImmutableArray<LinkMemory>> OfAsync(ParticipantId to, CancellationToken cancellationToken)
    {
        var all = ImmutableArray.CreateBuilder<LinkMemory>();
        await foreach (
            Kept<StoredLinkMemory> kept in store.AllAsync(
                partition,
                RowKeys.LinkMemoriesOf(to),
                StoredRow.Json.StoredLinkMemory,
                cancellationToken
            )
        )
            all.Add(kept.Value.ToMemory());
        return all.ToImmutable();
    }

    public async ValueTask<LinkMemory?> FindAsync(ParticipantId to, ParticipantId from, CancellationToken cancellationToken) =>
        (await FindRowAsync(to, from, cancellationToken))?.Value.ToMemory();

    public ValueTask<Kept<StoredLinkMemory>?> FindRowAsync(ParticipantId to, ParticipantId from, CancellationToken cancellationToken) =>
        store.FindAsync(partition, RowKeys.LinkMemory(to, from), StoredRow.Json.StoredLinkMemory, cancellationToken);

    public IAsyncEnumerable<Kept<StoredLinkItem>> ItemsAsync(ParticipantId to, ParticipantId from, CancellationToken cancellationToken) =>
        store.AllAsync(partition, RowKeys.LinkItemsOf(to, from), StoredRow.Json.StoredLinkItem, cancellationToken);

    public async ValueTask ForgetAsync(ParticipantId to, ParticipantId from, CancellationToken cancellationToken)
    {
        await DeleteAsync(RowKeys.LinkItemsOf(to, from), before: null, cancellationToken);
        await DeleteAsync(RowKeys.LinkMemory(to, from), before: null, cancellationToken);
    }

    /// <summary>Deletes what is remembered of every link of a person who is erased.</summary>
    public async ValueTask ForgetAsync(ParticipantId to, CancellationToken cancellationToken)
    {
        await DeleteAsync(RowKeys.LinkItemsOf(to), before: null, cancellationToken);
        await DeleteAsync(RowKeys.LinkMemoriesOf(to), before: null, cancellationToken);
    }

    public async ValueTask SweepAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        await DeleteAsync(RowKeys.LinkItems, before, cancellationToken);
        await DeleteAsync(RowKeys.LinkMemories, before, cancellationToken);
    }

    /// <param name="before">Only rows of links made before this time; null for all.</param>
    private async ValueTask DeleteAsync(string prefix, DateTimeOffset? before, CancellationToken cancellationToken)
    {
        string? after = null;
        EntityPage page;
        do
        {
            page = await store.QueryAsync(partition, RowRange.StartingWith(prefix), EntityLimits.MaxPage, after, cancellationToken);
            foreach (Entity row in page.Rows)
            {
                after = row.Row;
                // A conflict means that another instance deletes the same row.
                if (before is null || AtOf(row) < before)
                    await store.WriteAsync(partition, [new EntityWrite.Delete(row.Row, row.ETag)], cancellationToken);
            }
        } while (page.More);
    }

    private static DateTimeOffset AtOf(Entity row) =>
        row.Row.StartsWith(RowKeys.LinkItems, StringComparison.Ordinal)
            ? StoredRow.Read(row, StoredRow.Json.StoredLinkItem).At
            : StoredRow.Read(row, StoredRow.Json.StoredLinkMemory).At;
}
