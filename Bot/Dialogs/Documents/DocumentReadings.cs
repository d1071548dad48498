using System.Collections.Concurrent;
using AgaBot.Dialogs.Inputs;
using AgaBot.Plans.DocumentImport;

namespace AgaBot.Dialogs.Documents;

/// <summary>
/// Reads stored documents, a few at a time, each on a thread of its own: documents neither fill the memory nor keep the turns of other
/// people waiting (docs/decisions/0038).
/// </summary>
internal sealed class DocumentReadings(ISentFiles files, PlanQuestionLabels own, TimeProvider time) : IInputPreparation, IDisposable
{
    /// <summary>Maximum number of documents that are read at once.</summary>
    public const int AtOnce = 2;

    /// <summary>Maximum number of documents that wait; a further one is refused. Of a document that waits nothing is in memory.</summary>
    public const int MostWaiting = 32;

    /// <summary>Maximum time from the request to the result.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim places = new(AtOnce, AtOnce);

    /// <summary>Documents that were read before their turn. A document stays here only while its turn runs.</summary>
    private readonly ConcurrentDictionary<SentFileId, ImportResult> prepared = new();

    private int running;

    /// <summary>Reads the document of an input, so that the decision of its turn finds the result.</summary>
    public async ValueTask<IDisposable?> PrepareAsync(UserInput input, CancellationToken cancellationToken)
    {
        if (input is not UserInput.Sent { File: SentFile.Kept { Id: var id } } || await ReadAsync(id, cancellationToken) is not { } read)
            return null;
        prepared[id] = read;
        return new Prepared(prepared, id);
    }

    /// <summary>Null if the file has expired.</summary>
    public async ValueTask<ImportResult?> ReadAsync(SentFileId id, CancellationToken cancellationToken)
    {
        if (prepared.TryGetValue(id, out ImportResult? before))
            return before;
        if (Interlocked.Increment(ref running) > AtOnce + MostWaiting)
        {
            Interlocked.Decrement(ref running);
            return new ImportResult.Busy();
        }
        using var late = new CancellationTokenSource(Longest, time);
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);
        try
        {
            return await ReadInTurnAsync(id, ends.Token);
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return new ImportResult.Busy();
        }
        finally
        {
            Interlocked.Decrement(ref running);
        }
    }

    public void Dispose() => places.Dispose();

    private async ValueTask<ImportResult?> ReadInTurnAsync(SentFileId id, CancellationToken cancellationToken)
    {
        await places.WaitAsync(cancellationToken);
        try
        {
            if (await files.FindAsync(id, cancellationToken) is not { } content)
                return null;
            // A thread of the pool would be missing for the turns of other people.
            return await Task.Factory.StartNew(
                () => ImportResult.Of(content, own, cancellationToken),
                cancellationToken,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default
            );
        }
        finally
        {
            places.Release();
        }
    }

    private sealed class Prepared(ConcurrentDictionary<SentFileId, ImportResult> prepared, SentFileId id) : IDisposable
    {
        public void Dispose() => prepared.TryRemove(id, out _);
    }
}
