using System.Collections.Immutable;
using System.Globalization;
using AgaBot.Storage.Setup;
using AgaBot.Turns.Retention;
using AgaBot.Turns.State;

namespace AgaBot.Commands;

/// <summary>Permits a round of deletion that was halted because of the clock or of its extent. It begins within ten minutes.</summary>
internal sealed class RetentionConfirmCommand(IJobLeases leases, StoreInspection inspection, TimeProvider time) : IOperatorCommand
{
    public string Name => "retention confirm";

    public string Parameters => "";

    public string Purpose => "says that the clock is right, and that the next round may delete all that is over its period";

    public async ValueTask<int> RunAsync(ImmutableArray<string> arguments, TextWriter output, CancellationToken cancellationToken)
    {
        inspection.RequireSound(cancellationToken);
        DateTimeOffset now = time.GetUtcNow();
        JobLease lease = await leases.FindAsync(Housekeeping.LeaseName, now, cancellationToken);
        JobLease confirmed = lease with
        {
            Began = now - Housekeeping.Every,
            Done = IPeopleScan.Slices,
            Until = now,
            Seen = now,
            Confirmed = now,
        };
        if (await leases.ChangeAsync(confirmed, cancellationToken) is null)
        {
            await output.WriteLineAsync("The bot was at work on a round at this moment: run the command again.");
            return ExitCode.Fault;
        }
        await output.WriteLineAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"The clock says {now:yyyy-MM-dd HH:mm} UTC. The next round begins within ten minutes and deletes what is over its period: "
                    + $"at the last count {lease.Count.Expired} of {lease.Count.Kept} conversations and drafts."
            )
        );
        return ExitCode.Done;
    }
}
