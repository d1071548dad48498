using System.Collections.Immutable;
using AgaBot.Plans.Public;
using AgaBot.Plans.Suggestions;

namespace AgaBot.Plans.Similar;

/// <summary>
/// Finds proposals similar to one being written. The index is built when a person starts to write, not when the bot starts. Before each
/// search it is updated with what any instance recorded since.
/// </summary>
internal sealed partial class SimilarProposals(IPublicProposals proposals, SuggestionRules rules, ILogger<SimilarProposals> logger)
    : IDisposable
{
    /// <summary>Maximum number of results, few enough to read before a choice.</summary>
    public const int Most = 3;

    private readonly SemaphoreSlim alone = new(1, 1);
    private readonly CancellationTokenSource ended = new();
    private readonly SimilarIndex index = new(rules.Vocabulary);
    private RecordsMark? mark;
    private Task warming = Task.CompletedTask;
    private int begun;

    /// <summary>Starts to build the index in the background if nobody has yet. Only a search waits for it.</summary>
    public void Warm()
    {
        if (begun == 0 && Interlocked.Exchange(ref begun, 1) == 0)
            warming = Task.Run(WarmAsync);
    }

    public ValueTask<ImmutableArray<Listing>> NearestAsync(ProposalText written, CancellationToken cancellationToken) =>
        AskAsync<ImmutableArray<Listing>>(
            index => [.. index.Nearest(written, Most).Select(static near => near.Listing)],
            cancellationToken
        );

    public ValueTask<ImmutableArray<Listing>> NewestAsync(int most, CancellationToken cancellationToken) =>
        AskAsync(index => index.Newest(most), cancellationToken);

    /// <summary>Waits for running reads, because the store is disposed next.</summary>
    public void Dispose()
    {
        ended.Cancel();
        warming.GetAwaiter().GetResult();
        ended.Dispose();
        alone.Dispose();
    }

    private async Task WarmAsync()
    {
        try
        {
            await AskAsync(static index => index.Count, ended.Token);
        }
        // After a failure, the next search reads what is missing and reports its own errors. Cancellation at shutdown is not a failure.
        catch (Exception broken)
        {
            if (!ended.IsCancellationRequested)
                LogUnread(logger, broken);
        }
    }

    private async ValueTask<T> AskAsync<T>(Func<SimilarIndex, T> ask, CancellationToken cancellationToken)
    {
        await alone.WaitAsync(cancellationToken);
        try
        {
            begun = 1;
            await CatchUpAsync(cancellationToken);
            return ask(index);
        }
        finally
        {
            alone.Release();
        }
    }

    /// <summary>Reads the mark first: a proposal recorded meanwhile is read again next time and replaces itself.</summary>
    private async ValueTask CatchUpAsync(CancellationToken cancellationToken)
    {
        RecordsMark now = await proposals.MarkAsync(cancellationToken);
        if (now == mark)
            return;
        await foreach (
            Proposal proposal in mark is { } before
                ? proposals.ChangedAsync(before, now, cancellationToken)
                : proposals.AllAsync(cancellationToken)
        )
        {
            index.Put(proposal);
        }
        mark = now;
    }

    [LoggerMessage(2101, LogLevel.Warning, "The plan's proposals could not be read beforehand; the next review reads them")]
    private static partial void LogUnread(ILogger logger, Exception exception);
}
