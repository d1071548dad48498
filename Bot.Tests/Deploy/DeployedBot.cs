using System.Diagnostics;
using AgaBot.Tests.Hosting;
using AgaBot.Tests.Storage;

namespace AgaBot.Tests.Deploy;

/// <summary>
/// A published folder, started with the command, working directory and environment of <c>deploy/agabot.service</c>.
/// <see cref="Substitutions"/> lists the differences from a server.
/// </summary>
public sealed class DeployedBot : ListeningProcess
{
    /// <summary>A missing directory: a systemd service with a dynamic user has no home directory.</summary>
    public const string Home = "/nonexistent";

    private DeployedBot(ProcessStartInfo start)
        : base(start) { }

    /// <param name="state">The <c>StateDirectory</c> of the unit.</param>
    /// <param name="secrets">The <c>EnvironmentFile</c> of the unit.</param>
    public static async Task<DeployedBot> StartAsync(string published, TemporaryFolder state, params (string Name, string Value)[] secrets)
    {
        SystemdUnit unit = SystemdUnit.Read(Path.Combine(Repository.Root, "deploy", "agabot.service"));
        string Here(string value) =>
            Substitutions(published, state)
                .Aggregate(value, (text, pair) => text.Replace(pair.OnServer, pair.Here, StringComparison.Ordinal));

        var start = new ProcessStartInfo(Here(unit.Command[0]), unit.Command.Skip(1).Select(Here))
        {
            WorkingDirectory = Here(unit.WorkingDirectory),
        };
        start.Environment.Clear();
        // The variables that systemd sets for every service, and a missing home directory.
        start.Environment["PATH"] = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin";
        start.Environment["LANG"] = "C.UTF-8";
        start.Environment["HOME"] = Home;
        foreach ((string name, string value) in unit.Environment)
            start.Environment[name] = Here(value);
        foreach ((string name, string value) in secrets)
            start.Environment[name] = value;

        var bot = new DeployedBot(start);
        await bot.ListensAsync();
        return bot;
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
}
