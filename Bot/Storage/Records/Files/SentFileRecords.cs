using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using AgaBot.Dialogs.Documents;
using AgaBot.Dialogs.Inputs;
using AgaBot.Plans;
using AgaBot.Turns.Persistence;

namespace AgaBot.Storage.Records.Files;

/// <summary>
/// One partition a file: the bytes are in rows <c>c:</c> and two digits, the length is in row <c>head</c>, which is written last. A file
/// without a head does not exist. Partition <c>uploads</c> has one row a file, under the time, with the hash of the owner. This row is
/// written first, so that a sweep also finds files that a crash left incomplete.
/// </summary>
internal sealed class SentFileRecords(IEntityStore store) : ISentFiles, IKeptFiles
{
    private const string Index = "uploads";
    private const string Head = "head";
    private const string Chunks = "c:";

    /// <summary>Less than the largest value of any store.</summary>
    private const int ChunkBytes = 768 * 1024;

    public async ValueTask KeepAsync(
        SentFileId id,
        ParticipantId owner,
        ReadOnlyMemory<byte> content,
        DateTimeOffset at,
        CancellationToken cancellationToken
    )
    {
        await InsertAsync(Index, IndexRow(at, id.Value), Encoding.ASCII.GetBytes(RowKeys.Owner(owner)), cancellationToken);
        for (int chunk = 0; chunk * ChunkBytes < content.Length; chunk++)
        {
            ReadOnlyMemory<byte> piece = content.Slice(chunk * ChunkBytes, Math.Min(ChunkBytes, content.Length - chunk * ChunkBytes));
            await InsertAsync(Partition(id), ChunkRow(chunk), piece, cancellationToken);
        }
        byte[] length = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, content.Length);
        await InsertAsync(Partition(id), Head, length, cancellationToken);
    }

    public async ValueTask<ReadOnlyMemory<byte>?> FindAsync(SentFileId id, CancellationToken cancellationToken)
    {
        if (await store.GetAsync(Partition(id), Head, cancellationToken) is not { } head)
            return null;
        byte[] content = new byte[BinaryPrimitives.ReadInt32LittleEndian(head.Value.Span)];
        for (int chunk = 0; chunk * ChunkBytes < content.Length; chunk++)
        {
            // A sweep may be deleting the file.
            if (await store.GetAsync(Partition(id), ChunkRow(chunk), cancellationToken) is not { } piece)
                return null;
            piece.Value.CopyTo(content.AsMemory(chunk * ChunkBytes));
        }
        return content;
    }

    /// <summary>The index holds the files of a few days only.</summary>
    public ValueTask ForgetAsync(ParticipantId owner, CancellationToken cancellationToken)
    {
        byte[] theirs = Encoding.ASCII.GetBytes(RowKeys.Owner(owner));
        return DeleteAsync(RowRange.All, entry => entry.Value.Span.SequenceEqual(theirs), cancellationToken);
    }

    public ValueTask SweepAsync(DateTimeOffset before, CancellationToken cancellationToken) =>
        DeleteAsync(new RowRange(null, IndexRow(before, "")), static _ => true, cancellationToken);

    private async ValueTask DeleteAsync(RowRange range, Func<Entity, bool> which, CancellationToken cancellationToken)
    {
        string? after = null;
        EntityPage page;
        do
        {
            page = await store.QueryAsync(Index, range, EntityLimits.MaxPage, after, cancellationToken);
            foreach (Entity entry in page.Rows)
            {
                after = entry.Row;
                if (!which(entry))
                    continue;
                await DeleteAsync(new SentFileId(entry.Row.Split(':', 2)[1]), cancellationToken);
                await store.WriteAsync(Index, [new EntityWrite.Delete(entry.Row, entry.ETag)], cancellationToken);
            }
        } while (page.More);
    }

    /// <summary>A conflict means that another instance deletes the same row.</summary>
    private async ValueTask DeleteAsync(SentFileId id, CancellationToken cancellationToken)
    {
        EntityPage rows = await store.QueryAsync(Partition(id), RowRange.All, EntityLimits.MaxPage, after: null, cancellationToken);
        foreach (Entity row in rows.Rows)
            await store.WriteAsync(Partition(id), [new EntityWrite.Delete(row.Row, row.ETag)], cancellationToken);
    }

    /// <summary>A turn that is decided again keeps the same file again.</summary>
    private async ValueTask InsertAsync(string partition, string row, ReadOnlyMemory<byte> value, CancellationToken cancellationToken)
    {
        ImmutableArray<EntityWrite> batch = [new EntityWrite.Insert(row, value)];
        if (await store.WriteAsync(partition, batch, cancellationToken) is WriteOutcome.Written)
            return;
        // A store that repeats a call after a lost answer conflicts with its own write.
        if (await store.GetAsync(partition, row, cancellationToken) is not { } there || !there.Value.Span.SequenceEqual(value.Span))
            throw new InvalidOperationException("The id of a file was used before.");
    }

    private static string Partition(SentFileId id) => $"upload:{id.Value}";

    private static string ChunkRow(int chunk) => string.Create(CultureInfo.InvariantCulture, $"{Chunks}{chunk:D2}");

    private static string IndexRow(DateTimeOffset at, string id) => string.Create(CultureInfo.InvariantCulture, $"{at.UtcTicks:D19}:{id}");
}
