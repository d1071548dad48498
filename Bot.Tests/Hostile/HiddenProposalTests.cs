using System.Text.RegularExpressions;
using AgaBot.Reports.Recounts;
using AgaBot.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace AgaBot.Tests.Hostile;

/// <summary>A coordinator hides what should not be seen, and its author reads why.</summary>
[Trait("Category", "Integration")]
public sealed partial class HiddenProposalTests : IAsyncLifetime
{
    private static readonly string[] Aporte =
    [
        "presentarme",
        "sí",
        "Rosa",
        "Municipalidad de Trujillo",
        "Municipios",
        "mujer",
        "aporte",
        "Cisternas para los caseríos",
    ];

    private readonly BotApp bot = BotApp.Start(Town.Settings);
    private string number = "";

    public async Task InitializeAsync()
    {
        Talker author = bot.Talker("rosa");
        foreach (string line in Aporte)
            await author.SayAsync(line);
        for (int left = 8; left > 0 && number.Length == 0; left--)
            number = Receipt().Match(await author.AskAsync("enviar")).Value;
        Assert.NotEmpty(number);
        Author = author;
        Coordinator = await Town.CoordinatorAsync(bot);
    }

    private Talker Author { get; set; } = null!;

    private Talker Coordinator { get; set; } = null!;

    public async Task DisposeAsync() => await bot.DisposeAsync();

    [Fact]
    public async Task A_hidden_proposal_is_seen_by_its_author_alone_and_restored_whole()
    {
        Talker ana = bot.Talker("ana");
        Assert.Contains(number, await ana.AskAsync("apoyar"), StringComparison.Ordinal);

        Assert.Contains("Falta el motivo", await Coordinator.AskAsync($"ocultar {number}"), StringComparison.Ordinal);
        Assert.Contains("ya no se ve", await Coordinator.AskAsync($"ocultar {number} por datos de otra persona"), StringComparison.Ordinal);

        Assert.DoesNotContain(number, await ana.AskAsync("apoyar"), StringComparison.Ordinal);
        Assert.Contains("la ocultó: datos de otra persona", await Author.AskAsync("mis fichas"), StringComparison.Ordinal);
        Assert.Contains("Ocultas por la coordinación", await Coordinator.AskAsync("avance"), StringComparison.Ordinal);
        await NoDriftAsync();

        Assert.Contains("se ve otra vez", await Coordinator.AskAsync($"restaurar {number}"), StringComparison.Ordinal);
        Assert.Contains(number, await ana.AskAsync("apoyar"), StringComparison.Ordinal);
        Assert.DoesNotContain("Ocultas", await Coordinator.AskAsync("avance"), StringComparison.Ordinal);
        await NoDriftAsync();
    }

    [Theory]
    [InlineData("ocultar {0} por gusto")]
    [InlineData("restaurar {0}")]
    public async Task A_participant_hides_nothing(string said)
    {
        string answer = await bot.Talker("eva").AskAsync(said.Replace("{0}", number, StringComparison.Ordinal));

        Assert.Contains("solo lo puede hacer la coordinación", answer, StringComparison.Ordinal);
        Assert.Contains(number, await bot.Talker("ana").AskAsync("apoyar"), StringComparison.Ordinal);
    }

    private async Task NoDriftAsync() =>
        Assert.Empty(await Recount.FindDriftsAsync(bot.Services.GetRequiredService<IRecountSource>(), CancellationToken.None));

    [GeneratedRegex(@"\d{3}-\d{3}-\d")]
    private static partial Regex Receipt();
}
