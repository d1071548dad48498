using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace AgaBot.Tests.Bench;

/// <summary>
/// Short runs of <c>Bot.Bench faults</c>, always the same ones, under two minutes together on two cores; long ones are for whoever changes
/// what is kept or sent.
/// </summary>
public sealed partial class FaultsTests
{
    /// <param name="kills">That were carried out.</param>
    /// <param name="least">Activities that have to be acknowledged for a run to show anything: a third at least of what a quiet machine of two cores manages.</param>
    [Theory]
    [InlineData(6, 60, "--store", "sqlite", "--kills", "6")]
    [InlineData(4, 22, "--store", "tables", "--kills", "4")]
    [InlineData(4, 15, "--store", "tables", "--kills", "4", "--instances", "2")]
    [InlineData(0, 40, "--store", "tables", "--percent", "10", "--seconds", "6")]
    public async Task Nothing_acknowledged_is_lost_or_doubled_whatever_breaks(int kills, int least, params string[] options)
    {
        Repository.NodePackage("azurite");
        string bench = AppContext.BaseDirectory.Replace("Bot.Tests", "Bot.Bench", StringComparison.Ordinal);
        var start = new ProcessStartInfo(
            "dotnet",
            [Path.Combine(bench, "AgaBot.Bench.dll"), "faults", "--people", "6", "--seed", "1", .. options]
        )
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
        };
        using Process faults = Process.Start(start) ?? throw new InvalidOperationException("The bench did not start.");

        string said = await faults.StandardOutput.ReadToEndAsync().WaitAsync(TimeSpan.FromMinutes(5));
        await faults.WaitForExitAsync();

        Assert.True(faults.ExitCode == 0, said);
        Assert.Equal("0 lost, 0 doubled, 0 drift, 0 differing, 0 unsent; seed 1", said.TrimEnd().Split('\n')[^1].TrimEnd());
        Match run = Run().Match(said);
        Assert.Equal(kills, Number(run, "kills"));
        Assert.True(Number(run, "acknowledged") >= least, $"So few show nothing: {said}");
    }

    private static int Number(Match run, string group) =>
        int.Parse(run.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<kills>\d+) kills, (?<acknowledged>\d+) activities acknowledged")]
    private static partial Regex Run();
}
