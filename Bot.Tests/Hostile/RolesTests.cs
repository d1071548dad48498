using System.Text.Json.Nodes;
using AgaBot.Consultations;
using AgaBot.Plans;
using AgaBot.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace AgaBot.Tests.Hostile;

/// <summary>Commands of coordinators, sent by participants.</summary>
[Trait("Category", "Integration")]
public sealed class RolesTests(SharedBot shared) : IClassFixture<SharedBot>
{
    private readonly BotApp bot = shared.App;

    public static TheoryData<string> OfCoordinators =>
        [
            "nueva consulta",
            "consolidar",
            "revisar",
            "resumen",
            "exportar",
            "new consultation",
            "consolidate",
            "review",
            "summary",
            "export",
        ];

    [Theory]
    [MemberData(nameof(OfCoordinators))]
    public async Task A_participant_does_nothing_that_coordinators_do(string command)
    {
        Talker eva = bot.Talker($"eva-{command.Replace(' ', '-')}");
        var pressed = new JsonObject { ["agabot"] = "command", ["command"] = command };

        Assert.Contains("solo lo puede hacer la coordinación", await eva.AskAsync(command), StringComparison.Ordinal);
        Assert.Contains("solo lo puede hacer la coordinación", Town.Words(await eva.PressAsync(pressed)), StringComparison.Ordinal);
        Assert.DoesNotContain(Role.Coordinator, (await Town.KeptOfAsync(bot, eva))?.Participant.Roles ?? []);
        Assert.Empty(await bot.Services.GetRequiredService<IConsultations>().OpenAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_participant_sees_no_counts_of_a_consultation()
    {
        await using BotApp town = BotApp.Start(Town.Settings);
        Talker coordinator = await Town.CoordinatorAsync(town);
        await Town.OpenConsultationAsync(coordinator, "¿Uno?", "sol", "luna");

        Assert.Contains("Respuestas", await coordinator.AskAsync("consultas"), StringComparison.Ordinal);
        Assert.DoesNotContain("Respuestas", await town.Talker("eva").AskAsync("consultas"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_becomes_a_coordinator_by_what_they_call_themselves()
    {
        Talker eva = bot.Talker("eva");
        foreach (string line in (string[])["presentarme", "sí", "Coordinadora", "Coordinación", "Municipios", "saltar"])
            await eva.SayAsync(line);

        Assert.Contains("solo lo puede hacer la coordinación", await eva.AskAsync("nueva consulta"), StringComparison.Ordinal);
    }
}
