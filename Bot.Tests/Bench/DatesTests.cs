using AgaBot.Tests.Hosting;

namespace AgaBot.Tests.Bench;

/// <summary>Runs <c>Bot.Bench dates</c> with a table of expressions.</summary>
[Trait("Category", "Integration")]
public sealed class DatesTests : IDisposable
{
    private readonly string file = Path.GetTempFileName();

    public void Dispose() => File.Delete(file);

    [Fact]
    public async Task Each_expression_of_a_file_is_printed_with_its_days_and_precision()
    {
        await File.WriteAllLinesAsync(
            file,
            ["Jun 2016", "a fines de año", "6 meses", "hasta julio", "fin del plan", "", "cuando se pueda"]
        );

        (int code, string printed) = await RunAsync("--today", "2016-05-11", file);

        Assert.Equal(0, code);
        Assert.Equal(
            """
            Jun 2016	2016-06-01	2016-06-30	Month
            a fines de año	2016-10-01	2016-12-31	PartOfYear
            6 meses			Duration
            hasta julio		2016-07-31	Range
            fin del plan	2017-12-31	2017-12-31	Day
            cuando se pueda			Words

            """.ReplaceLineEndings(),
            printed
        );
    }

    [Fact]
    public async Task A_day_that_is_none_and_a_file_that_is_not_there_are_told()
    {
        Assert.Equal((64, ""), await RunAsync("--today", "11/05/2016", file));
        Assert.Equal((1, ""), await RunAsync("--today", "2016-05-11", file + ".none"));
    }

    private static async Task<(int Code, string Printed)> RunAsync(params string[] args)
    {
        FinishedProcess dates = await BenchCommand.RunAsync(TimeSpan.FromMinutes(1), ["dates", .. args]);
        return (dates.ExitCode, dates.Output);
    }
}
