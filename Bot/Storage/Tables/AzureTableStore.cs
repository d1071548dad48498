using System.Collections.Immutable;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using Azure;
using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;

namespace AgaBot.Storage.Tables;

/// <summary>The entity store in one table of Azure Table Storage, or of what speaks its protocol.</summary>
/// <remarks>
/// The client repeats a call whose answer was lost. A write that succeeded then conflicts with itself: the caller reads the row and
/// recognises its own write by the id of the turn.
/// </remarks>
public sealed class AzureTableStore : IEntityStore, IEntityScan
{
    private readonly TableClient table;
    private readonly MadeOnce itself;

    public AzureTableStore(TablesOptions options)
    {
        table = Connect(options);
        itself = new MadeOnce(() => table.CreateIfNotExistsAsync(CancellationToken.None));
    }

    public ValueTask<Entity?> GetAsync(string partition, string row, CancellationToken cancellationToken)
    {
        StoreRules.CheckKey(partition);
        StoreRules.CheckKey(row);
        return CallAsync<Entity?>(
            async () =>
            {
                NullableResponse<TableEntity> found = await table.GetEntityIfExistsAsync<TableEntity>(
                    KeyEncoding.Encode(partition),
                    KeyEncoding.Encode(row),
                    cancellationToken: cancellationToken
                );
                if (found.HasValue)
                    return new Entity(row, TableValue.Join(found.Value!), found.Value!.ETag.ToString());
                TableFaults.ThrowIfTableMissing(found.GetRawResponse());
                return null;
            },
            cancellationToken
        );
    }

    public ValueTask<EntityPage> QueryAsync(string partition, RowRange range, int limit, string? after, CancellationToken cancellationToken)
    {
        StoreRules.CheckQuery(partition, range, limit, after);
        return CallAsync(() => QueryAsync(Filter(partition, range.After(after)), limit, cancellationToken), cancellationToken);
    }

    public ValueTask<WriteOutcome> WriteAsync(string partition, ImmutableArray<EntityWrite> batch, CancellationToken cancellationToken)
    {
        StoreRules.CheckBatch(partition, batch);
        string encodedPartition = KeyEncoding.Encode(partition);
        return CallAsync(
            () =>
                batch.Length == 1
                    ? WriteOneAsync(encodedPartition, batch[0], cancellationToken)
                    : WriteAllAsync(encodedPartition, batch, cancellationToken),
            cancellationToken
        );
    }

    public async ValueTask CheckAsync(CancellationToken cancellationToken) => await GetAsync("check", "check", cancellationToken);

    public async IAsyncEnumerable<ScannedEntity> ScanAsync(string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using IAsyncEnumerator<Page<TableEntity>> pages = table
            .QueryAsync<TableEntity>(
                PartitionFilter(RowRange.StartingWith(prefix)),
                EntityLimits.MaxPage,
                TableValue.ScanColumns,
                cancellationToken
            )
            .AsPages()
            .GetAsyncEnumerator(cancellationToken);
        while (await CallAsync(() => pages.MoveNextAsync().AsTask(), cancellationToken))
        {
            foreach (TableEntity entity in pages.Current.Values)
                yield return new ScannedEntity(
                    KeyEncoding.Decode(entity.PartitionKey),
                    KeyEncoding.Decode(entity.RowKey),
                    TableValue.Join(entity)
                );
        }
    }

    private static TableClient Connect(TablesOptions options)
    {
        var client = new TableClientOptions
        {
            Retry =
            {
                Mode = RetryMode.Exponential,
                MaxRetries = 2,
                Delay = TimeSpan.FromMilliseconds(200),
                MaxDelay = TimeSpan.FromSeconds(1),
                NetworkTimeout = options.NetworkTimeout,
            },
        };
        return options.ServiceUri is { } uri
            ? new TableClient(uri, options.Name, new DefaultAzureCredential(), client)
            : new TableClient(options.ConnectionString, options.Name, client);
    }

    private static string Filter(string partition, RowRange range)
    {
        string filter = TableClient.CreateQueryFilter($"PartitionKey eq {KeyEncoding.Encode(partition)}");
        if (range.From is { } from)
            filter += TableClient.CreateQueryFilter($" and RowKey ge {KeyEncoding.Encode(from)}");
        if (range.To is { } to)
            filter += TableClient.CreateQueryFilter($" and RowKey lt {KeyEncoding.Encode(to)}");
        return filter;
    }

    private static string? PartitionFilter(RowRange partitions)
    {
        if (string.IsNullOrEmpty(partitions.From))
            return null;
        string filter = TableClient.CreateQueryFilter($"PartitionKey ge {KeyEncoding.Encode(partitions.From)}");
        return partitions.To is { } to ? filter + TableClient.CreateQueryFilter($" and PartitionKey lt {KeyEncoding.Encode(to)}") : filter;
    }

    private async Task<EntityPage> QueryAsync(string filter, int limit, CancellationToken cancellationToken)
    {
        var rows = ImmutableArray.CreateBuilder<Entity>();

        // A page of the service may hold fewer rows than asked for, or none, and still not be the last.
        await foreach (
            Page<TableEntity> page in table.QueryAsync<TableEntity>(filter, limit, TableValue.Columns, cancellationToken).AsPages()
        )
        {
            foreach (TableEntity entity in page.Values)
            {
                if (rows.Count == limit)
                    return new EntityPage(rows.DrainToImmutable(), More: true);
                rows.Add(new Entity(KeyEncoding.Decode(entity.RowKey), TableValue.Join(entity), entity.ETag.ToString()));
            }

            if (rows.Count == limit)
                return new EntityPage(rows.DrainToImmutable(), page.ContinuationToken is not null);
        }

        return new EntityPage(rows.DrainToImmutable(), More: false);
    }

    private async Task<WriteOutcome> WriteOneAsync(string partition, EntityWrite write, CancellationToken cancellationToken)
    {
        string row = KeyEncoding.Encode(write.Row);
        try
        {
            Response answer = write switch
            {
                EntityWrite.Insert insert => await table.AddEntityAsync(TableValue.Split(partition, row, insert.Value), cancellationToken),
                EntityWrite.Replace replace => await table.UpdateEntityAsync(
                    TableValue.Split(partition, row, replace.Value),
                    new ETag(replace.ETag),
                    TableUpdateMode.Replace,
                    cancellationToken
                ),
                EntityWrite.Check check => await table.UpdateEntityAsync(
                    new TableEntity(partition, row),
                    new ETag(check.ETag),
                    TableUpdateMode.Merge,
                    cancellationToken
                ),
                EntityWrite.Delete delete => await table.DeleteEntityAsync(partition, row, new ETag(delete.ETag), cancellationToken),
                _ => throw new UnreachableException(),
            };

            // The client treats the delete of a missing row as done; here it is a conflict.
            TableFaults.ThrowIfTableMissing(answer);
            return answer.Status == 404 ? new WriteOutcome.Conflict(0, write.Row) : new WriteOutcome.Written([ETagOf(write, answer)]);
        }
        catch (RequestFailedException exception) when (TableFaults.IsConflict(exception))
        {
            return new WriteOutcome.Conflict(0, write.Row);
        }
    }

    private async Task<WriteOutcome> WriteAllAsync(string partition, ImmutableArray<EntityWrite> batch, CancellationToken cancellationToken)
    {
        try
        {
            Response<IReadOnlyList<Response>> answers = await table.SubmitTransactionAsync(
                batch.Select(write => ActionOf(partition, write)),
                cancellationToken
            );
            return new WriteOutcome.Written([.. batch.Select((write, index) => ETagOf(write, answers.Value[index]))]);
        }
        catch (TableTransactionFailedException exception)
            when (TableFaults.IsConflict(exception) && exception.FailedTransactionActionIndex is { } index)
        {
            return new WriteOutcome.Conflict(index, batch[index].Row);
        }
    }

    private static TableTransactionAction ActionOf(string partition, EntityWrite write)
    {
        string row = KeyEncoding.Encode(write.Row);
        return write switch
        {
            EntityWrite.Insert insert => new(TableTransactionActionType.Add, TableValue.Split(partition, row, insert.Value)),
            EntityWrite.Replace replace => new(
                TableTransactionActionType.UpdateReplace,
                TableValue.Split(partition, row, replace.Value),
                new ETag(replace.ETag)
            ),
            // The service has no operation that only checks: an empty merge is the nearest.
            EntityWrite.Check check => new(TableTransactionActionType.UpdateMerge, new TableEntity(partition, row), new ETag(check.ETag)),
            EntityWrite.Delete delete => new(TableTransactionActionType.Delete, new TableEntity(partition, row), new ETag(delete.ETag)),
            _ => throw new UnreachableException(),
        };
    }

    private static string ETagOf(EntityWrite write, Response answer) =>
        write is EntityWrite.Delete
            ? ""
            : answer.Headers.ETag?.ToString() ?? throw new InvalidDataException("The service wrote a row and told no ETag.");

    private async ValueTask<TResult> CallAsync<TResult>(Func<Task<TResult>> call, CancellationToken cancellationToken)
    {
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            await itself.IsThere().WaitAsync(cancellationToken);
            return await call();
        }
        catch (Exception exception) when (TableFaults.IsUnavailable(exception, cancellationToken))
        {
            if (exception is RequestFailedException failed && TableFaults.IsTableMissing(failed.ErrorCode))
                itself.Forget();
            throw TableFaults.Unavailable(exception);
        }
    }
}
