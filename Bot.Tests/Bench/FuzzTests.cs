using System.Diagnostics;

namespace AgaBot.Tests.Bench;

/// <summary>A short run of <c>Bot.Bench fuzz</c>, always the same one; a long one is for whoever changes what takes activities.</summary>
public sealed class FuzzTests
{
    [Fact]
    public async Task Activities_that_no_client_would_send_break_nothing_and_disturb_nobody()
    {
        string bench = AppContext.BaseDirectory.Replace("Bot.Tests", "Bot.Bench", StringComparison.Ordinal);
        // The limit finds what hangs, on a machine that has much else to do.
        var start = new ProcessStartInfo(
            "dotnet",
            [Path.Combine(bench, "AgaBot.Bench.dll"), "fuzz", "--activities", "4000", "--seed", "1", "--limit", "20"]
        )
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
        };
        using Process fuzz = Process.Start(start) ?? throw new InvalidOperationException("The bench did not start.");

        string said = await fuzz.StandardOutput.ReadToEndAsync().WaitAsync(TimeSpan.FromMinutes(5));
        await fuzz.WaitForExitAsync();

        Assert.True(fuzz.ExitCode == 0, said);
        Assert.Contains("4000 activities", said, StringComparison.Ordinal);
        Assert.DoesNotContain("beside: 0 fichas", said, StringComparison.Ordinal);
    }
}
