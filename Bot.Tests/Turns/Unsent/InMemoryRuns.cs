using System.Collections.Immutable;
using AgaBot.Turns.Sending;

namespace AgaBot.Tests.Turns.Unsent;

/// <summary>An in-memory store of run marks.</summary>
internal sealed class InMemoryRuns : IRunMarks
{
    private readonly Dictionary<string, RunMark> marks = [];

    public int Count => marks.Count;

    public ValueTask<RunMark> BeginAsync(string run, DateTimeOffset until, CancellationToken cancellationToken) =>
        ValueTask.FromResult(marks[run] = new RunMark(run, until, 0, NewMark()));

    public ValueTask<RunMark?> ChangeAsync(RunMark mark, CancellationToken cancellationToken) =>
        ValueTask.FromResult(IsCurrent(mark) ? marks[mark.Run] = mark with { Mark = NewMark() } : null);

    public ValueTask<bool> EndAsync(RunMark mark, CancellationToken cancellationToken) =>
        ValueTask.FromResult(IsCurrent(mark) && marks.Remove(mark.Run));

    public ValueTask<ImmutableArray<RunMark>> AllAsync(CancellationToken cancellationToken) =>
        ValueTask.FromResult<ImmutableArray<RunMark>>([.. marks.Values]);

    private bool IsCurrent(RunMark mark) => marks.TryGetValue(mark.Run, out RunMark? kept) && kept.Mark == mark.Mark;

    private static string NewMark() => Guid.NewGuid().ToString("N");
}
