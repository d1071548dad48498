using System.Collections.Immutable;
using System.Diagnostics;
using AgaBot.Tests.Hosting;

namespace AgaBot.Tests.Outages;

/// <summary>The bot in a process with its own resource limits.</summary>
internal sealed class LocalBot : ListeningProcess
{
    private LocalBot(ProcessStartInfo start)
        : base(start) { }

    /// <summary>A limit on a file's size ends a process that does not ignore the signal; a full disk sends none.</summary>
    public static ImmutableArray<string> HearingOfFullDisks { get; } = ["sh", "-c", "trap '' XFSZ; exec \"$@\"", "sh"];

    /// <summary>Root ignores file modes unless the capability is dropped.</summary>
    public static ImmutableArray<string> HeldToFileModes { get; } =
        Environment.IsPrivilegedProcess
            ? ["setpriv", "--bounding-set=-dac_override,-dac_read_search", "--inh-caps=-dac_override,-dac_read_search"]
            : [];

    /// <param name="through">The command that starts the bot with changed limits or rights.</param>
    /// <param name="settings">Additional settings, as environment variables.</param>
    public static async Task<LocalBot> StartAsync(
        string database,
        ImmutableArray<string> through,
        params ImmutableArray<(string Name, string Value)> settings
    )
    {
        string[] command = [.. through, "dotnet", Path.Combine(AppContext.BaseDirectory, "AgaBot.dll")];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = AppContext.BaseDirectory,
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Development",
                ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
                ["Storage__Sqlite__Path"] = database,
                ["Coordinators__AccessCode"] = "TRUJILLO-2016",
            },
        };
        foreach ((string name, string value) in settings)
            start.Environment[name] = value;
        var bot = new LocalBot(start);
        await bot.ListensAsync();
        return bot;
    }

    public static async Task RunAsync(string program, params string[] arguments)
    {
        FinishedProcess process = await FinishedProcess.RunAsync(new ProcessStartInfo(program, arguments), TimeSpan.FromSeconds(30));
        Assert.True(process.ExitCode == 0, $"{process}");
    }
}
