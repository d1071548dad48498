using System.Collections.Immutable;
using AgaBot.Storage.Auditing;
using AgaBot.Storage.Setup;

namespace AgaBot.Commands;

/// <summary>Verifies the chains of the audit log, and names the first invalid entry of each.</summary>
internal sealed class AuditVerifyCommand(AuditVerification audit, StoreInspection inspection) : IOperatorCommand
{
    public string Name => "audit verify";

    public string Parameters => "[SEAL]";

    public string Purpose => "names the first entry of the audit log that was changed, removed or put in; with a seal, since it was made";

    public async ValueTask<int> RunAsync(ImmutableArray<string> arguments, TextWriter output, CancellationToken cancellationToken)
    {
        inspection.RequireSound(cancellationToken);
        AuditSeal? seal = null;
        if (arguments is [var file] && (seal = AuditSeal.Read(await File.ReadAllTextAsync(file, cancellationToken))) is null)
        {
            await output.WriteLineAsync($"{file} is no seal: name the file that 'audit seal' wrote.");
            return ExitCode.Fault;
        }

        AuditReport report = await audit.RunAsync(seal, cancellationToken);
        foreach (string broken in report.Broken)
            await output.WriteLineAsync(broken);
        await output.WriteLineAsync(
            FormattableString.Invariant(
                $"{report.Entries} entries in {report.Ends.Chains.Length} chains hold; {report.Broken.Length} chains are broken"
            )
        );
        if (report.Unchained > 0)
            await output.WriteLineAsync(
                FormattableString.Invariant(
                    $"{report.Unchained} entries are of an earlier version and have no hashes: nothing is said of them"
                )
            );
        return report.Broken.IsEmpty ? ExitCode.Done : ExitCode.Fault;
    }
}
