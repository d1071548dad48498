using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace AgaBot.Bench.Turns;

/// <summary>A server in a process of its own, so that its memory and its start are its own.</summary>
internal sealed class ChildServer : IAsyncDisposable
{
    private readonly Process process;

    private ChildServer(string name, string assembly, int port, string[] args, (string Key, string Value)[] environment)
    {
        Name = name;
        Messages = new Uri($"http://127.0.0.1:{port}/api/messages");
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, UseShellExecute = false, WorkingDirectory = AppContext.BaseDirectory };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, assembly));
        foreach (string arg in args)
            start.ArgumentList.Add(arg);
        foreach ((string key, string value) in environment)
            start.Environment[key] = value;
        StartedAt = Stopwatch.GetTimestamp();
        process = Process.Start(start) ?? throw new InvalidOperationException($"{assembly} did not start.");
        process.BeginOutputReadLine();
    }

    public string Name { get; }

    public Uri Messages { get; }

    public long StartedAt { get; }

    public bool HasExited => process.HasExited;

    /// <summary>The bot as <c>dotnet run --project Bot</c> starts it: durable SQLite, <c>synchronous=FULL</c>; logging from Warning up.</summary>
    public static ChildServer Bot(string database) => Bot(FreePort(), [("Storage__Sqlite__Path", database)]);

    /// <summary>The bot at a port of the caller's, so that it can be started there again, with these settings.</summary>
    public static ChildServer Bot(int port, (string Key, string Value)[] settings) => new("bot", "AgaBot.dll", port, [],
    [
        ("ASPNETCORE_ENVIRONMENT", "Development"),
        ("ASPNETCORE_URLS", $"http://127.0.0.1:{port}"),
        ("Logging__LogLevel__Default", "Warning"),
        ("Logging__LogLevel__AgaBot", "Warning"),
        .. settings,
    ]);

    public static ChildServer Bare()
    {
        int port = FreePort();
        return new("bare", "AgaBot.Bench.dll", port, [BareServer.Command, port.ToString(CultureInfo.InvariantCulture)], []);
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

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
