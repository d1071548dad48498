using System.Diagnostics;

namespace AgaBot.Tests.Hosting;

/// <summary>A finished process with its output. <c>ToString</c> explains a failed assertion.</summary>
internal sealed record FinishedProcess(int ExitCode, string Output, string Errors)
{
    /// <exception cref="TimeoutException">The process ran longer than <paramref name="longest"/>; it was killed.</exception>
    public static async Task<FinishedProcess> RunAsync(ProcessStartInfo start, TimeSpan longest)
    {
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        using Process process = Process.Start(start) ?? throw new InvalidOperationException($"{start.FileName} did not start.");
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        using var limit = new CancellationTokenSource(longest);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{start.FileName} was killed after {longest}.\n{await output}\n{await errors}");
        }
        return new FinishedProcess(process.ExitCode, await output, await errors);
    }

    public override string ToString() => $"Exit code {ExitCode}.\n{Output}\n{Errors}";
}
