using System.Diagnostics;

namespace AgaBot.Tests.Bench;

/// <summary>Short runs of <c>Bot.Bench faults</c>, always the same ones; long ones are for whoever changes what is kept or sent.</summary>
public sealed class FaultsTests
{
    [Theory]
    [InlineData("--store", "sqlite", "--kills", "6")]
    [InlineData("--store", "tables", "--kills", "4")]
    [InlineData("--store", "tables", "--kills", "4", "--instances", "2")]
    [InlineData("--store", "tables", "--percent", "10", "--seconds", "6")]
    public async Task Nothing_acknowledged_is_lost_or_doubled_whatever_breaks(params string[] options)
    {
        Repository.NodePackage("azurite");
        string bench = AppContext.BaseDirectory.Replace("Bot.Tests", "Bot.Bench", StringComparison.Ordinal);
        var start = new ProcessStartInfo("dotnet", [Path.Combine(bench, "AgaBot.Bench.dll"), "faults", "--people", "6", "--seed", "1", .. options])
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
        };
        using Process faults = Process.Start(start) ?? throw new InvalidOperationException("The bench did not start.");

        string said = await faults.StandardOutput.ReadToEndAsync().WaitAsync(TimeSpan.FromMinutes(5));
        await faults.WaitForExitAsync();

        Assert.True(faults.ExitCode == 0, said);
        Assert.Contains("0 lost, 0 doubled, 0 drift", said, StringComparison.Ordinal);
        Assert.DoesNotContain(" 0 activities acknowledged", said, StringComparison.Ordinal);
    }
}
