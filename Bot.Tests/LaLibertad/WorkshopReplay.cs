using System.Collections.Immutable;
using AgaBot.Commands;
using AgaBot.Forms;
using AgaBot.Plans;
using AgaBot.Plans.FormDefinitions;
using AgaBot.Tests.Hosting;
using AgaBot.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace AgaBot.Tests.LaLibertad;

/// <summary>Repeats the workshop of Trujillo over HTTP: sixty people, half of them typing and half using cards.</summary>
[Trait("Category", "Integration")]
public abstract class WorkshopReplay
{
    private const string Code = "TRUJILLO-2016";
    private static readonly string[] Options = ["Agua y saneamiento", "Seguridad ciudadana", "Lucha contra la corrupción"];
    private readonly Workshop workshop = Workshop.Load();

    private static BotAppSettings Settings { get; } =
        new() { Configuration = ImmutableDictionary<string, string>.Empty.Add("Coordinators:AccessCode", Code) };

    private protected abstract BotAppSettings On(BotAppSettings settings);

    [Fact]
    public async Task The_workshop_gives_the_documents_figures_and_words()
    {
        await using BotApp app = BotApp.Start(On(Settings));
        ImmutableArray<WorkshopParticipant> people = workshop.People();
        WorkshopTalk[] talks = [.. people.Select((_, i) => TalkOf(app, i))];
        WorkshopProposal[] proposals = [.. workshop.Fichas, .. workshop.Aportes];

        await Task.WhenAll(people.Select((person, i) => ProposeAsync(talks[i], person, i < proposals.Length ? proposals[i] : null)));
        Talker coordinator = app.Talker("coordinadora", "sms");
        await OpenConsultationAsync(coordinator);
        await Task.WhenAll(talks.Select((talk, i) => talk.RespondAsync(Options[i % 3])));

        AssertProgress(await coordinator.AskAsync("avance"));
        await AssertTallyAsync(coordinator);
        for (int i = 0; i < proposals.Length; i++)
            AssertWords(proposals[i], Assert.Single(await SubmittedByAsync(app, i)));
        using var recount = new StringWriter();
        Assert.Equal(
            0,
            await app
                .Services.GetServices<IOperatorCommand>()
                .OfType<RecountCommand>()
                .Single()
                .RunAsync([], recount, CancellationToken.None)
        );
        Assert.Contains("no drift", recount.ToString(), StringComparison.Ordinal);
    }

    private static string NameOf(int i) => $"p{i + 1:00}";

    private static bool TouchesCards(int i) => i % 2 == 0;

    private static WorkshopTalk TalkOf(BotApp app, int i) =>
        TouchesCards(i) ? new CardTalk(app.Talker(NameOf(i))) : new TypedTalk(app.Talker(NameOf(i), "sms"));

    private static async Task ProposeAsync(WorkshopTalk talk, WorkshopParticipant person, WorkshopProposal? proposal)
    {
        await talk.BeginAsync(
            proposal switch
            {
                null => "presentarme",
                { Componente: null } => "aporte",
                _ => "proponer",
            }
        );
        if (proposal is not null)
            await talk.FillAsync(proposal);
        string said = await talk.SayWhoAsync(person);
        if (proposal is not null)
            Assert.Matches(@"\d{3}-\d{3}-\d", said);
    }

    private static async Task OpenConsultationAsync(Talker coordinator)
    {
        await coordinator.SayAsync($"coordinador {Code}");
        foreach (
            string words in (string[])
                ["nueva consulta", "¿Qué debe atenderse primero en la región?", "opciones", string.Join('\n', Options), "enviar"]
        )
            await coordinator.SayAsync(words);
    }

    internal static void AssertProgress(string avance)
    {
        string[] lines = avance.Split('\n');
        Assert.Contains("Comunidades seguras: fichas 2, borradores 0, aportes 0", lines);
        Assert.Contains("Integridad pública: fichas 1, borradores 0, aportes 0", lines);
        Assert.Contains("Mejora de los servicios: fichas 2, borradores 0, aportes 0", lines);
        Assert.Contains("Transparencia y acceso a la información pública: fichas 1, borradores 0, aportes 0", lines);
        Assert.Contains("Participación ciudadana: fichas 1, borradores 0, aportes 0", lines);
        Assert.Contains("Sin componente: fichas 0, borradores 0, aportes 3", lines);
        Assert.Contains("Total: fichas 7, borradores 0, aportes 3", lines);
        Assert.Contains("Gobierno Regional: participantes 38, mujeres 13, hombres 25", lines);
        Assert.Contains("Municipios: participantes 8, mujeres 1, hombres 7", lines);
        Assert.Contains("Organizaciones de la Sociedad Civil: participantes 4, mujeres 3, hombres 1", lines);
        Assert.Contains("Sector Académico: participantes 5, mujeres 0, hombres 5", lines);
        Assert.Contains("Gremios empresariales: participantes 1, mujeres 0, hombres 1", lines);
        Assert.Contains("Cooperación: participantes 3, mujeres 0, hombres 3", lines);
        Assert.Contains("Otros: participantes 1, mujeres 0, hombres 1", lines);
        Assert.Contains("Total: participantes 60, mujeres 17, hombres 43", lines);
    }

    private static async Task AssertTallyAsync(Talker coordinator)
    {
        string consultas = await coordinator.AskAsync("consultas");
        foreach (string option in Options)
            Assert.Matches($@"{option}\D+20\b", consultas);
    }

    private static async Task<ImmutableArray<Proposal>> SubmittedByAsync(BotApp app, int i)
    {
        var author = new ParticipantId($"{(TouchesCards(i) ? "emulator" : "sms")}:{NameOf(i)}");
        return (await app.Services.GetRequiredService<IPlanRecords>().ByAuthorAsync(author, 20, null, CancellationToken.None)).Proposals;
    }

    internal static void AssertWords(WorkshopProposal expected, Proposal submitted)
    {
        Assert.Equal(expected.Propuesta, Words(submitted, FichaForm.Propuesta));
        Assert.Equal(expected.Problema, Words(submitted, FichaForm.Problema));
        Assert.Equal(expected.Objetivo, Words(submitted, FichaForm.Objetivo));
        Assert.Equal(expected.Responsable, Words(submitted, FichaForm.Responsable));
        Assert.Equal(expected.Corresponsables, Words(submitted, FichaForm.Corresponsables));
        Assert.Equal(expected.Cumplimiento ?? "", Words(submitted, FichaForm.Cumplimiento));
        string[] rows = submitted.Answers.GetValueOrDefault(FichaForm.Acciones) is Answer.Rows table
            ? [.. table.Items.Select(row => string.Join(" | ", row.Cells.Select(cell => cell.Words)))]
            : [];
        Assert.Equal(expected.Acciones.Select(row => string.Join(" | ", row)), rows);
    }

    private static string Words(Proposal submitted, string question) =>
        submitted.Answers.GetValueOrDefault(question) switch
        {
            null => "",
            Answer.Text text => text.Value,
            Answer.List list => list.Words,
            Answer.When answer => answer.Date.Words,
            Answer other => other.ToString(),
        };
}

public sealed class WorkshopReplayOnSqlite : WorkshopReplay
{
    private protected override BotAppSettings On(BotAppSettings settings) => settings;
}

public sealed class WorkshopReplayOnTables(AzuriteFixture azurite) : WorkshopReplay, IClassFixture<AzuriteFixture>
{
    private protected override BotAppSettings On(BotAppSettings settings) =>
        settings with
        {
            TablesConnectionString = azurite.ConnectionString,
        };
}
