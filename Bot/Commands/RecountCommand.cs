using System.Collections.Immutable;
using AgaBot.Reports.Recounts;
using AgaBot.Storage.Setup;

namespace AgaBot.Commands;

/// <summary>Counts every figure from its rows, and writes "no drift" or one line for each difference.</summary>
internal sealed class RecountCommand(IRecountSource source, StoreInspection inspection) : IOperatorCommand
{
    public string Name => "recount";

    public string Parameters => "";

    public string Purpose => "counts every figure again from its rows, and says which differ";

    public async ValueTask<int> RunAsync(ImmutableArray<string> arguments, TextWriter output, CancellationToken cancellationToken)
    {
        inspection.RequireSound(cancellationToken);
        ImmutableArray<Drift> drifts = await Recount.FindDriftsAsync(source, cancellationToken);
        if (drifts.IsEmpty)
        {
            await output.WriteLineAsync("no drift");
            return ExitCode.Done;
        }

        foreach (Drift drift in drifts)
            await output.WriteLineAsync($"{drift.Counter.Where}: {drift.Counter.What}: kept {drift.Kept}, counted {drift.Counted}");
        return ExitCode.Fault;
    }
}
