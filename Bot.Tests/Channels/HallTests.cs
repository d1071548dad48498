using System.Net;
using System.Text.RegularExpressions;
using AgaBot.Plans;
using AgaBot.Tests.Channels.DirectLine;
using AgaBot.Tests.Hostile;
using AgaBot.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace AgaBot.Tests.Channels;

/// <summary>
/// Two hundred people in one hall, behind one address, with the limits of every day. They do at once what a workshop does in ten minutes.
/// </summary>
[Trait("Category", "Integration")]
public sealed partial class HallTests
{
    private const int People = 200;

    private static readonly string[] Ficha =
    [
        "presentarme",
        "sí",
        "Participante",
        "Municipalidad de Trujillo",
        "Municipios",
        "mujer",
        "proponer",
        "Comunidades seguras",
        "Fortalecer las rondas vecinales",
        "Incremento de la inseguridad ciudadana",
        "saltar",
        "saltar",
        "saltar",
        "listo",
        "saltar",
        "enviar",
    ];

    [Fact]
    public async Task Two_hundred_people_behind_one_address_come_fill_a_ficha_support_and_answer()
    {
        await using BotApp bot = BotApp.Start(Town.Settings);
        Talker coordinator = await Town.CoordinatorAsync(bot);
        await Town.OpenConsultationAsync(coordinator, "¿Qué va primero?", "agua", "seguridad");
        string[] assets = await AssetsAsync(bot);

        PageVisitor[] people = await Task.WhenAll(Enumerable.Range(0, People).Select(_ => ComeAsync(bot, assets)));
        await Task.WhenAll(people.Select(FillAsync));
        await Task.WhenAll(people.Select(SupportAsync));
        await Task.WhenAll(people.Select(person => SayAllAsync(person, "responder 1", "agua")));

        PlanCounts counts = await bot.Services.GetRequiredService<IPlanRecords>().CountsAsync(CancellationToken.None);
        Assert.Equal(People, counts.Components.Values.Sum(count => count.Fichas));
        Assert.Equal(People, counts.Participants.Values.Sum());
        Assert.Contains($"Respuestas en total: {People}", await coordinator.AskAsync("consultas"), StringComparison.Ordinal);
    }

    private static async Task<string[]> AssetsAsync(BotApp bot) =>
        [.. Asset().Matches(await bot.Http.GetStringAsync(new Uri("/", UriKind.Relative))).Select(match => match.Value).Distinct()];

    /// <summary>Loads the page with its files, opens a conversation and streams it.</summary>
    private static async Task<PageVisitor> ComeAsync(BotApp bot, string[] assets)
    {
        foreach (string path in assets.Prepend("/"))
        {
            using HttpResponseMessage loaded = await bot.Http.GetAsync(
                new Uri(path, UriKind.Relative),
                HttpCompletionOption.ResponseHeadersRead
            );
            Assert.Equal(HttpStatusCode.OK, loaded.StatusCode);
        }
        PageVisitor visitor = await PageVisitor.OpenAsync(bot);
        using PageStream stream = await visitor.StreamAsync();
        await stream.ReadAsync(1);
        return visitor;
    }

    private static Task FillAsync(PageVisitor visitor) => SayAllAsync(visitor, Ficha);

    private static async Task SupportAsync(PageVisitor visitor)
    {
        await visitor.SayAsync("apoyar");
        await visitor.SayAsync("apoyar 1");
    }

    /// <summary>A refused message fails the test.</summary>
    private static async Task SayAllAsync(PageVisitor visitor, params string[] lines)
    {
        foreach (string line in lines)
            Assert.NotEmpty(await visitor.SayAsync(line));
    }

    [GeneratedRegex("/page/[^\"]+")]
    private static partial Regex Asset();
}
