using System.Runtime.InteropServices;

namespace AgaBot.Commands;

/// <summary>
/// Cancels a command on SIGINT, SIGTERM or SIGHUP, so that the command deletes its unfinished file. A second signal ends the process.
/// </summary>
internal sealed class CommandInterruption : IDisposable
{
    private readonly CancellationTokenSource interrupted = new();
    private readonly PosixSignalRegistration[] registrations;

    public CommandInterruption() =>
        registrations = [
            .. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP }.Select(signal =>
                PosixSignalRegistration.Create(signal, Interrupt)
            ),
        ];

    public CancellationToken Token => interrupted.Token;

    public void Dispose()
    {
        foreach (PosixSignalRegistration registration in registrations)
            registration.Dispose();
        interrupted.Dispose();
    }

    private void Interrupt(PosixSignalContext signal)
    {
        signal.Cancel = !interrupted.IsCancellationRequested;
        interrupted.Cancel();
    }
}
