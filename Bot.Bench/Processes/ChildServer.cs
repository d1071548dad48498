using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace AgaBot.Bench.Processes;

/// <summary>A server in a process of its own, so that its memory and its start are its own.</summary>
internal sealed class ChildServer : IAsyncDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(60);

    private readonly Process process;
    private readonly int port;
    private readonly ErrorLog log = new();
    private readonly ConcurrentQueue<string> complaints = new();

    /// <param name="assembly">Its absolute path; the server works in the folder of its assembly.</param>
    /// <param name="port">Stays the caller's.</param>
    public ChildServer(string name, string assembly, HeldPort port, string[] args, (string Key, string Value)[] environment)
    {
        Name = name;
        this.port = port.Number;
        Messages = new Uri($"http://127.0.0.1:{port.Number}/api/messages");
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = Path.GetDirectoryName(assembly),
        };
        start.ArgumentList.Add(assembly);
        foreach (string arg in args)
            start.ArgumentList.Add(arg);
        foreach ((string key, string value) in environment)
            start.Environment[key] = value;
        StartedAt = Stopwatch.GetTimestamp();
        process = Process.Start(start) ?? throw new InvalidOperationException($"{assembly} did not start.");
        process.OutputDataReceived += (_, said) => log.Take(said.Data);
        process.ErrorDataReceived += (_, complained) => complaints.Enqueue(complained.Data ?? "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public string Name { get; }

    public Uri Messages { get; }

    public long StartedAt { get; }

    public bool HasExited => process.HasExited;

    /// <summary>What it has logged as an error so far.</summary>
    public IReadOnlyCollection<string> Errors => log.Errors;

    /// <summary>What it has written to its standard error so far.</summary>
    public string Complaints => string.Join('\n', complaints);

    /// <summary>Peak resident memory in bytes (VmHWM), as Linux accounts it.</summary>
    public long PeakMemory() => ReadStatus("VmHWM:");

    /// <summary>Resident memory in bytes (VmRSS) at this moment.</summary>
    public long Memory() => ReadStatus("VmRSS:");

    /// <summary>Time on all cores since the start, user and system.</summary>
    public TimeSpan CpuTime()
    {
        process.Refresh();
        return process.TotalProcessorTime;
    }

    /// <summary>Ends when the server listens on its port.</summary>
    /// <exception cref="InvalidOperationException">It ended, or did not listen within a minute of its start.</exception>
    public async Task ListensAsync(CancellationToken cancellationToken)
    {
        while (!HasExited && Stopwatch.GetElapsedTime(StartedAt) < LongestStart)
        {
            using var knocking = new TcpClient();
            try
            {
                await knocking.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(5), cancellationToken);
            }
        }
        throw new InvalidOperationException($"The {Name} server did not start. {Complaints}");
    }

    /// <summary>SIGKILL: the process runs not one instruction more.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>SIGTERM: the server ends what it is at.</summary>
    public async Task StopAsync()
    {
        using Process kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private long ReadStatus(string name)
    {
        string line = File.ReadLines($"/proc/{process.Id}/status").First(l => l.StartsWith(name, StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) * 1024;
    }
}
