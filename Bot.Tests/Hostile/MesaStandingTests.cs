using System.Collections.Immutable;
using AgaBot.Plans;
using AgaBot.Reports.Recounts;
using AgaBot.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace AgaBot.Tests.Hostile;

/// <summary>People whom anybody says to be at a mesa are counted when a coordinator says so.</summary>
[Trait("Category", "Integration")]
public sealed class MesaStandingTests : IAsyncLifetime
{
    private const string Municipalities = "municipios";

    private readonly BotApp bot = BotApp.Start(Town.Settings);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await bot.DisposeAsync();

    [Fact]
    public async Task Ten_mesas_of_five_hundred_people_who_are_not_there_count_nobody()
    {
        for (int i = 0; i < 10; i++)
            await OpenAsync(bot.Talker($"eva{i}"), "municipios 250 mujeres 250 hombres");

        Assert.Equal((0, 5_000), await CountedAsync());
        Assert.Contains("aún no acepta: 5000", Plain(await bot.Talker("ana").AskAsync("avance")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_coordinator_accepts_and_voids_a_mesa_and_its_facilitator_reads_why()
    {
        Talker coordinator = await Town.CoordinatorAsync(bot);
        Talker rosa = bot.Talker("rosa");
        string opened = await OpenAsync(rosa, "municipios 3 mujeres 2 hombres");
        Assert.Contains("se cuenta aparte", opened, StringComparison.Ordinal);
        Assert.Contains("Mesa 1, 5 personas", await coordinator.AskAsync("mesas"), StringComparison.Ordinal);

        Assert.Contains("ya cuenta", await coordinator.AskAsync("aceptar mesa 1"), StringComparison.Ordinal);
        Assert.Equal((5, 0), await CountedAsync());

        Assert.Contains("Falta el motivo", await coordinator.AskAsync("anular mesa 1"), StringComparison.Ordinal);
        Assert.Contains("ya no cuenta", await coordinator.AskAsync("anular mesa 1 por lista repetida"), StringComparison.Ordinal);
        Assert.Equal((0, 0), await CountedAsync());
        Assert.Contains("lista repetida", await rosa.AskAsync("mesa"), StringComparison.Ordinal);

        Assert.Contains("ya cuenta", await coordinator.AskAsync("aceptar mesa 1"), StringComparison.Ordinal);
        Assert.Equal((5, 0), await CountedAsync());
    }

    [Fact]
    public async Task The_mesa_of_a_coordinator_counts_at_once()
    {
        await OpenAsync(await Town.CoordinatorAsync(bot), "municipios 3 mujeres 2 hombres");

        Assert.Equal((5, 0), await CountedAsync());
    }

    [Theory]
    [InlineData("mesas")]
    [InlineData("aceptar mesa 1")]
    [InlineData("anular mesa 1 por gusto")]
    public async Task A_participant_decides_about_no_mesa(string said)
    {
        await OpenAsync(bot.Talker("rosa"), "municipios 3 mujeres 2 hombres");

        Assert.Contains("solo lo puede hacer la coordinación", await bot.Talker("eva").AskAsync(said), StringComparison.Ordinal);
        Assert.Equal((0, 5), await CountedAsync());
    }

    private static async Task<string> OpenAsync(Talker facilitator, string people)
    {
        foreach (string line in (string[])["mesa", "sí"])
            await facilitator.SayAsync(line);
        return await facilitator.AskAsync(people);
    }

    private static string Plain(string text) =>
        text.Replace("\u00a0", "", StringComparison.Ordinal).Replace(" 000", "000", StringComparison.Ordinal);

    /// <summary>The people counted and those apart, which a recount proves.</summary>
    private async Task<(int Counted, int Apart)> CountedAsync()
    {
        ImmutableArray<Drift> drifts = await Recount.FindDriftsAsync(
            bot.Services.GetRequiredService<IRecountSource>(),
            CancellationToken.None
        );
        Assert.Empty(drifts);
        PlanCounts counts = await bot.Services.GetRequiredService<IPlanRecords>().CountsAsync(CancellationToken.None);
        return (counts.Participants.Where(count => count.Key.OrganisationTypeId == Municipalities).Sum(count => count.Value), counts.Apart);
    }
}
