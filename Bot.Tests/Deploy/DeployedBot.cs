using System.Diagnostics;
using AgaBot.Tests.Storage;

namespace AgaBot.Tests.Deploy;

/// <summary>
/// A published folder, started as <c>deploy/agabot.service</c> says: its command, its working directory, its environment and no other.
/// What differs from a server is in <see cref="Substitutions"/>.
/// </summary>
public sealed class DeployedBot : IDisposable
{
    /// <summary>Not there: a service of systemd with a user of its own has no home to write to.</summary>
    public const string Home = "/nonexistent";

    private const string Listening = "Now listening on: ";

    private readonly Process process;
    private readonly TaskCompletionSource<Uri> address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<string> said = [];

    private DeployedBot(Process process)
    {
        this.process = process;
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public Uri Address => address.Task.Result;

    /// <summary>What it wrote to its console, line by line.</summary>
    public string Said
    {
        get
        {
            lock (said) return string.Join('\n', said);
        }
    }

    /// <param name="state">Stands for the unit's <c>StateDirectory</c>.</param>
    /// <param name="secrets">Stands for its <c>EnvironmentFile</c>.</param>
    public static async Task<DeployedBot> StartAsync(string published, TemporaryFolder state, params (string Name, string Value)[] secrets)
    {
        SystemdUnit unit = SystemdUnit.Read(Path.Combine(Repository.Root, "deploy", "agabot.service"));
        string Here(string value) => Substitutions(published, state).Aggregate(value, (text, pair) => text.Replace(pair.OnServer, pair.Here, StringComparison.Ordinal));

        var start = new ProcessStartInfo(Here(unit.Command[0]), unit.Command.Skip(1).Select(Here))
        {
            WorkingDirectory = Here(unit.WorkingDirectory),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        // What systemd gives to every service, and the home of a user that has none.
        start.Environment["PATH"] = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin";
        start.Environment["LANG"] = "C.UTF-8";
        start.Environment["HOME"] = Home;
        foreach ((string name, string value) in unit.Environment) start.Environment[name] = Here(value);
        foreach ((string name, string value) in secrets) start.Environment[name] = value;

        var bot = new DeployedBot(Process.Start(start) ?? throw new InvalidOperationException("The unit's command did not start."));
        await bot.address.Task.WaitAsync(TimeSpan.FromMinutes(1));
        return bot;
    }

    /// <summary>Ends it as <c>systemctl stop</c> does.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> StopAsync()
    {
        using Process kill = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(30));
        return process.ExitCode;
    }

    public void Dispose()
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        process.Dispose();
    }

    /// <summary>Where this machine is not the server: the folders, a port that is free, and the runtime that runs the tests.</summary>
    private static (string OnServer, string Here)[] Substitutions(string published, TemporaryFolder state) =>
    [
        ("/opt/agabot", published),
        ("/var/lib/agabot", state.Path),
        ("127.0.0.1:3978", "127.0.0.1:0"),
        ("/usr/bin/dotnet", RunningDotnet()),
    ];

    private static string RunningDotnet() =>
        Environment.ProcessPath is { } path && Path.GetFileName(path) == "dotnet" ? path : "/usr/bin/dotnet";

    private void Hear(string? line)
    {
        if (line is null)
        {
            address.TrySetException(new InvalidOperationException($"It ended before it listened: {string.Join('\n', said)}"));
            return;
        }

        lock (said) said.Add(line);
        int at = line.IndexOf(Listening, StringComparison.Ordinal);
        if (at >= 0) address.TrySetResult(new Uri(line[(at + Listening.Length)..]));
    }
}
