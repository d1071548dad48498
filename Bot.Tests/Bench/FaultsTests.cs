using System.Globalization;
using System.Text.RegularExpressions;
using AgaBot.Tests.Hosting;

namespace AgaBot.Tests.Bench;

/// <summary>
/// Short runs of <c>Bot.Bench faults</c> with fixed seeds, under two minutes together on two cores. Changes of stored rows or of sending
/// need longer runs.
/// </summary>
[Trait("Category", "Integration")]
public sealed partial class FaultsTests
{
    /// <param name="kills">The number of kills that a run reports.</param>
    /// <param name="least">
    /// The minimum number of acknowledged activities for a meaningful run: about a third of what a quiet machine with two cores
    /// manages.
    /// </param>
    [Theory]
    [InlineData(6, 60, "--store", "sqlite", "--kills", "6")]
    [InlineData(4, 22, "--store", "tables", "--kills", "4")]
    [InlineData(4, 15, "--store", "tables", "--kills", "4", "--instances", "2")]
    [InlineData(0, 40, "--store", "tables", "--percent", "10", "--seconds", "6")]
    public async Task Nothing_acknowledged_is_lost_or_doubled_whatever_breaks(int kills, int least, params string[] options)
    {
        Repository.NodePackage("azurite");

        FinishedProcess faults = await BenchCommand.RunAsync(
            TimeSpan.FromMinutes(5),
            ["faults", "--people", "6", "--seed", "1", .. options]
        );

        Assert.True(faults.ExitCode == 0, $"{faults}");
        Assert.Equal("0 lost, 0 doubled, 0 drift, 0 differing, 0 unsent; seed 1", faults.Output.TrimEnd().Split('\n')[^1].TrimEnd());
        Match run = Run().Match(faults.Output);
        Assert.Equal(kills, Number(run, "kills"));
        Assert.True(Number(run, "acknowledged") >= least, $"So few show nothing. {faults}");
    }

    private static int Number(Match run, string group) =>
        int.Parse(run.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<kills>\d+) kills, (?<acknowledged>\d+) activities acknowledged")]
    private static partial Regex Run();
}
