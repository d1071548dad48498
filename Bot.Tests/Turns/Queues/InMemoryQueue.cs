using System.Collections.Immutable;
using AgaBot.Turns.Queues;

namespace AgaBot.Tests.Turns.Queues;

/// <summary>An in-memory queue without time: a test says what is due.</summary>
internal sealed class InMemoryQueue : IWorkQueue
{
    private readonly List<Piece> pieces = [];

    /// <summary>The items with their delays, oldest first.</summary>
    public IEnumerable<(WorkItem Item, TimeSpan Delay)> Waiting =>
        pieces.Where(static piece => !piece.IsAside).Select(static piece => (piece.Item, piece.Delay));

    public IEnumerable<WorkItem> SetAside => pieces.Where(static piece => piece.IsAside).Select(static piece => piece.Item);

    /// <summary>Makes every waiting item due.</summary>
    public void LetTimePass() => pieces.ForEach(static piece => piece.IsHidden = false);

    public ValueTask PutAsync(WorkItem item, TimeSpan delay, CancellationToken cancellationToken)
    {
        pieces.Add(new Piece(item) { Delay = delay, IsHidden = delay > TimeSpan.Zero });
        return ValueTask.CompletedTask;
    }

    public ValueTask<ImmutableArray<TakenWork>> TakeAsync(int limit, TimeSpan hiddenFor, CancellationToken cancellationToken) =>
        ValueTask.FromResult<ImmutableArray<TakenWork>>([
            .. pieces.Where(static piece => piece is { IsHidden: false, IsAside: false }).Take(limit).Select(static piece => piece.Take()),
        ]);

    public ValueTask<bool> CompleteAsync(TakenWork work, CancellationToken cancellationToken) =>
        ValueTask.FromResult(pieces.Remove(Find(work)));

    public ValueTask<bool> PutBackAsync(TakenWork work, TimeSpan delay, CancellationToken cancellationToken)
    {
        Find(work).Delay = delay;
        return ValueTask.FromResult(true);
    }

    public ValueTask<bool> SetAsideAsync(TakenWork work, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Find(work).IsAside = true);

    public ValueTask<QueueDepth> CountAsync(CancellationToken cancellationToken) =>
        ValueTask.FromResult(new QueueDepth(Waiting.Count(), SetAside.Count()));

    private Piece Find(TakenWork work) => pieces.Single(piece => piece.Receipt == work.Receipt);

    private sealed class Piece(WorkItem item)
    {
        private int times;

        public WorkItem Item => item;

        public string Receipt { get; } = Guid.NewGuid().ToString("N");

        public TimeSpan Delay { get; set; }

        public bool IsHidden { get; set; }

        public bool IsAside { get; set; }

        public TakenWork Take()
        {
            IsHidden = true;
            return new TakenWork(item, ++times, Receipt);
        }
    }
}
