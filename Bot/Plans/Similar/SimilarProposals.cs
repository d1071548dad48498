using System.Collections.Immutable;
using AgaBot.Plans.Public;
using AgaBot.Plans.Suggestions;

namespace AgaBot.Plans.Similar;

/// <summary>
/// Finds proposals like one that is being written. The index is built when somebody begins to write, never while the bot starts, and asks the
/// records each time how far they have come: what another instance recorded is in it from then on.
/// </summary>
internal sealed partial class SimilarProposals(IPublicProposals proposals, SuggestionRules rules, ILogger<SimilarProposals> logger)
    : IDisposable
{
    /// <summary>More is not read before a choice.</summary>
    public const int Most = 3;

    private readonly SemaphoreSlim alone = new(1, 1);
    private readonly CancellationTokenSource ended = new();
    private readonly SimilarIndex index = new(rules.Vocabulary);
    private RecordsMark? mark;
    private Task warming = Task.CompletedTask;
    private int begun;

    /// <summary>Begins to read the plan where nobody has yet. Nobody waits for it but whoever asks before it is read.</summary>
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

    /// <summary>Waits for what is still being read: the store goes after this.</summary>
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
        // Whatever it is, the next review reads what is missing and tells whom it concerns. What the end breaks off is no fault.
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

    /// <summary>The mark is read first: what is recorded meanwhile comes once more, and is put in its own place again.</summary>
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
