using System.Collections.Immutable;
using System.Text.Json;
using AgaBot.Storage.Shapes;
using AgaBot.Storage.Tables;
using AgaBot.Turns.Queues;
using Azure;
using Azure.Core;
using Azure.Identity;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

namespace AgaBot.Storage.Queues;

/// <summary>
/// The queue in Azure Storage. Work that is set aside goes to a second queue, whose name ends in <c>-poison</c> as Azure's own tools
/// expect.
/// </summary>
public sealed class AzureQueue : IWorkQueue
{
    private const string Poison = "-poison";

    /// <summary>Messages do not expire; the default of the service is a week.</summary>
    private static readonly TimeSpan ForEver = TimeSpan.FromSeconds(-1);

    private readonly QueueClient queue;
    private readonly QueueClient aside;
    private readonly MadeOnce both;

    public AzureQueue(QueuePlace place, TimeSpan networkTimeout)
    {
        queue = Connect(place, place.Name, networkTimeout);
        aside = Connect(place, place.Name + Poison, networkTimeout);
        both = new MadeOnce(() => Task.WhenAll(queue.CreateIfNotExistsAsync(), aside.CreateIfNotExistsAsync()));
    }

    public async ValueTask PutAsync(WorkItem item, TimeSpan delay, CancellationToken cancellationToken)
    {
        QueueRules.CheckItem(item);
        QueueRules.CheckDelay(delay);
        await CallAsync(() => queue.SendMessageAsync(Write(item), delay, ForEver, cancellationToken), cancellationToken);
    }

    public ValueTask<ImmutableArray<TakenWork>> TakeAsync(int limit, TimeSpan hiddenFor, CancellationToken cancellationToken)
    {
        QueueRules.CheckTaking(limit, hiddenFor);
        return CallAsync(
            async () =>
            {
                Response<QueueMessage[]> messages = await queue.ReceiveMessagesAsync(limit, hiddenFor, cancellationToken);
                return messages
                    .Value.Select(static message => new TakenWork(
                        Read(message.Body),
                        (int)message.DequeueCount,
                        $"{message.MessageId} {message.PopReceipt}"
                    ))
                    .ToImmutableArray();
            },
            cancellationToken
        );
    }

    public ValueTask<bool> CompleteAsync(TakenWork work, CancellationToken cancellationToken) =>
        ChangeAsync(work, (id, receipt) => queue.DeleteMessageAsync(id, receipt, cancellationToken), cancellationToken);

    public ValueTask<bool> PutBackAsync(TakenWork work, TimeSpan delay, CancellationToken cancellationToken)
    {
        QueueRules.CheckDelay(delay);
        return ChangeAsync(
            work,
            async (id, receipt) => await queue.UpdateMessageAsync(id, receipt, Write(work.Item), delay, cancellationToken),
            cancellationToken
        );
    }

    /// <summary>The message is copied before it is deleted: after a crash in between it is set aside twice, and never lost.</summary>
    public async ValueTask<bool> SetAsideAsync(TakenWork work, CancellationToken cancellationToken)
    {
        await CallAsync(() => aside.SendMessageAsync(Write(work.Item), TimeSpan.Zero, ForEver, cancellationToken), cancellationToken);
        return await CompleteAsync(work, cancellationToken);
    }

    public ValueTask<QueueDepth> CountAsync(CancellationToken cancellationToken) =>
        CallAsync(
            async () =>
                new QueueDepth(
                    (await queue.GetPropertiesAsync(cancellationToken)).Value.ApproximateMessagesCountLong,
                    (await aside.GetPropertiesAsync(cancellationToken)).Value.ApproximateMessagesCountLong
                ),
            cancellationToken
        );

    private static QueueClient Connect(QueuePlace place, string name, TimeSpan networkTimeout)
    {
        var client = new QueueClientOptions
        {
            MessageEncoding = QueueMessageEncoding.Base64,
            Retry =
            {
                Mode = RetryMode.Exponential,
                MaxRetries = 2,
                Delay = TimeSpan.FromMilliseconds(200),
                MaxDelay = TimeSpan.FromSeconds(1),
                NetworkTimeout = networkTimeout,
            },
        };
        return place.ServiceUri is { } service
            ? new QueueClient(new Uri($"{service.AbsoluteUri.TrimEnd('/')}/{name}"), new DefaultAzureCredential(), client)
            : new QueueClient(place.ConnectionString, name, client);
    }

    private static BinaryData Write(WorkItem item) =>
        new(JsonSerializer.SerializeToUtf8Bytes(StoredWork.Of(item), StoredRow.Json.StoredWork));

    private static WorkItem Read(BinaryData body) =>
        JsonSerializer.Deserialize(body.ToMemory().Span, StoredRow.Json.StoredWork)?.ToItem()
        ?? throw new InvalidDataException("A message of the queue is none of ours.");

    private ValueTask<bool> ChangeAsync(TakenWork work, Func<string, string, Task> change, CancellationToken cancellationToken)
    {
        string[] receipt = work.Receipt.Split(' ', 2);
        return CallAsync(
            async () =>
            {
                try
                {
                    await change(receipt[0], receipt[1]);
                    return true;
                }
                catch (RequestFailedException gone)
                    when (gone.ErrorCode == QueueErrorCode.MessageNotFound || gone.ErrorCode == QueueErrorCode.PopReceiptMismatch)
                {
                    return false;
                }
            },
            cancellationToken
        );
    }

    private async ValueTask<T> CallAsync<T>(Func<Task<T>> call, CancellationToken cancellationToken)
    {
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            await both.IsThere().WaitAsync(cancellationToken);
            return await call();
        }
        catch (Exception exception) when (TableFaults.IsUnavailable(exception, cancellationToken))
        {
            if (exception is RequestFailedException failed && failed.ErrorCode == QueueErrorCode.QueueNotFound)
                both.Forget();
            throw new AgaBot.Turns.Persistence.StoreUnavailableException($"The queue cannot be used: {exception.Message}", exception);
        }
    }
}
