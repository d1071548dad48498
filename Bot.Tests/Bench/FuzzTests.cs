using AgaBot.Tests.Hosting;

namespace AgaBot.Tests.Bench;

/// <summary>A short run of <c>Bot.Bench fuzz</c> with a fixed seed. Changes of the endpoints need a longer run.</summary>
[Trait("Category", "Integration")]
public sealed class FuzzTests
{
    [Fact]
    public async Task Activities_that_no_client_would_send_break_nothing_and_disturb_nobody()
    {
        // A response that takes longer than 20 s hangs, even on a busy machine.
        FinishedProcess fuzz = await BenchCommand.RunAsync(
            TimeSpan.FromMinutes(5),
            ["fuzz", "--activities", "4000", "--seed", "1", "--limit", "20"]
        );

        Assert.True(fuzz.ExitCode == 0, $"{fuzz}");
        Assert.Contains("4000 activities", fuzz.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("beside: 0 fichas", fuzz.Output, StringComparison.Ordinal);
    }
}
