using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using AgaBot.Storage.Auditing;
using AgaBot.Storage.Setup;

namespace AgaBot.Commands;

/// <summary>Writes the ends of the chains of the audit log to a file, which is to be kept elsewhere.</summary>
internal sealed class AuditSealCommand(AuditVerification audit, StoreInspection inspection) : IOperatorCommand
{
    public string Name => "audit seal";

    public string Parameters => "FILE";

    public string Purpose => "writes down where the audit log ends; kept elsewhere, it shows later that nothing before was changed";

    public async ValueTask<int> RunAsync(ImmutableArray<string> arguments, TextWriter output, CancellationToken cancellationToken)
    {
        inspection.RequireSound(cancellationToken);
        AuditReport report = await audit.RunAsync(seal: null, cancellationToken);
        if (!report.Broken.IsEmpty)
        {
            await output.WriteLineAsync($"Nothing is sealed, because the log does not hold. {report.Broken[0]}");
            return ExitCode.Fault;
        }

        byte[] seal = Encoding.UTF8.GetBytes(report.Ends.ToText());
        await using (var file = new FileStream(arguments[0], FileMode.CreateNew, FileAccess.Write))
            await file.WriteAsync(seal, cancellationToken);
        await output.WriteLineAsync(
            FormattableString.Invariant(
                $"sealed {report.Entries} entries in {report.Ends.Chains.Length} chains in {Path.GetFullPath(arguments[0])}"
            )
        );
        await output.WriteLineAsync($"Its sha256, for the minutes: {Convert.ToHexStringLower(SHA256.HashData(seal))}");
        return ExitCode.Done;
    }
}
