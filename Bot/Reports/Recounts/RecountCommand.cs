using System.Collections.Immutable;

namespace AgaBot.Reports.Recounts;

/// <summary>The operator's command <c>recount</c>.</summary>
public sealed class RecountCommand(IRecountSource source)
{
    /// <summary>Says "no drift", or each drift in a line.</summary>
    /// <returns>The exit code: 0 where there is no drift, 1 where there is.</returns>
    public async Task<int> RunAsync(TextWriter output, CancellationToken cancellationToken)
    {
        ImmutableArray<Drift> drifts = await Recount.FindDriftsAsync(source, cancellationToken);
        if (drifts.IsEmpty)
        {
            await output.WriteLineAsync("no drift");
            return 0;
        }

        foreach (Drift drift in drifts)
            await output.WriteLineAsync($"{drift.Counter.Where}: {drift.Counter.What}: kept {drift.Kept}, counted {drift.Counted}");
        return 1;
    }
}
