using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using AgaBot.Plans;
using AgaBot.Plans.Public;

namespace AgaBot.Tests.Storage.Records;

/// <summary>The plan's proposals, with a count of how often all were read. Reads can be delayed, or fail.</summary>
internal sealed class WatchedProposals(IPublicProposals real) : IPublicProposals
{
    private readonly TaskCompletionSource asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int timesRead;

    /// <summary>Completes when all proposals are asked for.</summary>
    public Task Asked => asked.Task;

    public int TimesRead => timesRead;

    /// <summary>The task to wait for before the proposals are returned.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    public async IAsyncEnumerable<Proposal> AllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref timesRead);
        asked.TrySetResult();
        await Gate.WaitAsync(cancellationToken);
        await foreach (Proposal proposal in real.AllAsync(cancellationToken))
            yield return proposal;
    }

    public ValueTask<Proposal?> FindAsync(ReceiptNumber receipt, CancellationToken cancellationToken) =>
        real.FindAsync(receipt, cancellationToken);

    public ValueTask<int> CountSupportsAsync(ReceiptNumber receipt, CancellationToken cancellationToken) =>
        real.CountSupportsAsync(receipt, cancellationToken);

    public ValueTask<ImmutableArray<ReceiptNumber>> SupportedByAsync(ParticipantId participant, CancellationToken cancellationToken) =>
        real.SupportedByAsync(participant, cancellationToken);

    public ValueTask<string?> FindOrganisationAsync(ParticipantId author, CancellationToken cancellationToken) =>
        real.FindOrganisationAsync(author, cancellationToken);

    public ValueTask<RecordsMark> MarkAsync(CancellationToken cancellationToken) => real.MarkAsync(cancellationToken);

    public IAsyncEnumerable<Proposal> ChangedAsync(RecordsMark after, RecordsMark until, CancellationToken cancellationToken) =>
        real.ChangedAsync(after, until, cancellationToken);
}
