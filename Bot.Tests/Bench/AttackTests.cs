using System.Globalization;
using System.Text.RegularExpressions;
using AgaBot.Tests.Hosting;

namespace AgaBot.Tests.Bench;

/// <summary>A short run of <c>Bot.Bench attack</c>. Changes of the limits, the documents or the codes need a longer run.</summary>
[Trait("Category", "Integration")]
public sealed partial class AttackTests
{
    [Fact]
    public async Task People_who_fill_fichas_are_neither_refused_nor_lose_anything_while_everybody_attacks()
    {
        // How long a turn takes on a busy machine is not what this run is about.
        FinishedProcess attack = await BenchCommand.RunAsync(
            TimeSpan.FromMinutes(3),
            ["attack", "--seconds", "5", "--people", "4", "--limit", "20000"]
        );

        // Exit code 0: no ficha lost, nobody refused, no code kept, memory and disk within their limits.
        Assert.True(attack.ExitCode == 0, $"{attack}");
        Assert.Equal("Held.", attack.Output.TrimEnd().Split('\n')[^1].TrimEnd());
        Match people = People().Match(attack.Output);
        Assert.True(Number(people, "fichas") >= 4, $"{attack}");
        Assert.True(Number(people, "turns") > 0, $"{attack}");
        Assert.Matches(Attacked(), attack.Output);
        Assert.InRange(Number(Memory().Match(attack.Output), "peak"), 1, 1024);
        Assert.InRange(Number(Disk().Match(attack.Output), "disk"), 0, 1024);
    }

    private static int Number(Match match, string group) =>
        int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"4 people, (?<fichas>\d+) fichas, (?<turns>\d+) turns")]
    private static partial Regex People();

    [GeneratedRegex(@"^flood: .*[1-9][0-9]* times", RegexOptions.Multiline)]
    private static partial Regex Attacked();

    [GeneratedRegex(@"peak memory (?<peak>\d+) MB")]
    private static partial Regex Memory();

    [GeneratedRegex(@"the store takes (?<disk>\d+) MB")]
    private static partial Regex Disk();
}
