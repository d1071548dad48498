using System.Diagnostics;
using AgaBot.Tests.Hosting;

namespace AgaBot.Tests.Bench;

/// <summary>Runs the <c>Bot.Bench</c> that was built with the tests, in a separate process.</summary>
internal static class BenchCommand
{
    private static readonly string Assembly = Path.Combine(
        AppContext.BaseDirectory.Replace("Bot.Tests", "Bot.Bench", StringComparison.Ordinal),
        "AgaBot.Bench.dll"
    );

    public static Task<FinishedProcess> RunAsync(TimeSpan longest, params string[] arguments) =>
        FinishedProcess.RunAsync(new ProcessStartInfo("dotnet", [Assembly, .. arguments]) { WorkingDirectory = Repository.Root }, longest);
}
