using System.Collections.Immutable;
using AgaBot.Forms;
using AgaBot.Plans.Public;
using AgaBot.Plans.Suggestions;

namespace AgaBot.Plans.Similar;

/// <summary>
/// Finds proposals like one that is being written. The index is built when it is first asked, never while the bot starts, and asks the records
/// each time how far they have come: what another instance recorded is in it from then on.
/// </summary>
internal sealed class SimilarProposals(IPublicProposals proposals, SuggestionRules rules) : IDisposable
{
    /// <summary>More is not read before a choice.</summary>
    public const int Most = 3;

    private readonly SemaphoreSlim alone = new(1, 1);
    private readonly SimilarIndex index = new(rules.Vocabulary);
    private RecordsMark? mark;

    public async ValueTask<ImmutableArray<Listing>> NearestAsync(ImmutableSortedDictionary<string, Answer> answers, CancellationToken cancellationToken)
    {
        await alone.WaitAsync(cancellationToken);
        try
        {
            await CatchUpAsync(cancellationToken);
            return [.. index.Nearest(answers, Most).Select(static near => near.Listing)];
        }
        finally
        {
            alone.Release();
        }
    }

    public async ValueTask<ImmutableArray<Listing>> NewestAsync(int most, CancellationToken cancellationToken)
    {
        await alone.WaitAsync(cancellationToken);
        try
        {
            await CatchUpAsync(cancellationToken);
            return index.Newest(most);
        }
        finally
        {
            alone.Release();
        }
    }

    public void Dispose() => alone.Dispose();

    /// <summary>The mark is read first: what is recorded meanwhile comes once more, and is put in its own place again.</summary>
    private async ValueTask CatchUpAsync(CancellationToken cancellationToken)
    {
        RecordsMark now = await proposals.MarkAsync(cancellationToken);
        if (now == mark)
            return;
        await foreach (Proposal proposal in mark is { } before
            ? proposals.ChangedAsync(before, now, cancellationToken)
            : proposals.AllAsync(cancellationToken))
        {
            index.Put(proposal);
        }
        mark = now;
    }
}
