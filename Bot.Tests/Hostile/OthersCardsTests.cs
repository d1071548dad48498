using System.Text.Json.Nodes;
using AgaBot.Consultations;
using AgaBot.Plans;
using AgaBot.Plans.FormDefinitions;
using AgaBot.Tests.Hosting;
using AgaBot.Tests.Plans;
using Microsoft.Extensions.DependencyInjection;

namespace AgaBot.Tests.Hostile;

/// <summary>Submits of cards with valid ids that belong to another person.</summary>
[Trait("Category", "Integration")]
public sealed class OthersCardsTests : IAsyncLifetime
{
    private readonly BotApp bot = BotApp.Start(Town.Settings);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await bot.DisposeAsync();

    [Fact]
    public async Task A_submit_for_another_persons_draft_changes_neither_of_them()
    {
        Talker ana = bot.Talker("ana"),
            eva = bot.Talker("eva");
        CardInHand card = await Town.DraftingAsync(ana);
        await Town.DraftingAsync(eva);
        string[] before = [await DraftsAsync(ana), await DraftsAsync(eva)];

        await eva.PressAsync(card.Press("answer", ("propuesta", "robada")));
        foreach (
            string action in (string[])["resume", "discard", "back", "skip", "edit", "done", "send", "yes", "no", "removeRow", "addRow"]
        )
            await eva.PressAsync(Forged(card, action));

        Assert.Equal(before, (string[])[await DraftsAsync(ana), await DraftsAsync(eva)]);
    }

    [Fact]
    public async Task Another_persons_review_is_not_sent()
    {
        Talker ana = bot.Talker("ana"),
            eva = bot.Talker("eva");
        await Town.DraftingAsync(ana);
        CardInHand review = await Town.ToldAsync(ana, "Más luz", "saltar", "saltar", "saltar", "saltar", "saltar", "saltar");

        Assert.DoesNotContain("-", Town.Words(await eva.PressAsync(review.Press("send"))), StringComparison.Ordinal);

        PlanCounts counts = await bot.Services.GetRequiredService<IPlanRecords>().CountsAsync(CancellationToken.None);
        Assert.Equal((1, 0), (counts.Components.Values.Sum(count => count.Drafts), counts.Components.Values.Sum(count => count.Fichas)));
    }

    [Fact]
    public async Task A_card_of_another_plan_puts_nothing_into_this_one()
    {
        Talker ana = bot.Talker("ana"),
            eva = bot.Talker("eva");
        CardInHand component = await Town.ToldAsync(
            ana,
            "presentarme",
            "sí",
            "Ana Quispe",
            "Municipalidad de Moche",
            "Municipios",
            "saltar",
            "proponer"
        );
        await bot.RestartAsync(Town.Settings with { Services = static services => services.AddSingleton(SmallPlan.Plan) });

        foreach (Talker person in (Talker[])[ana, eva])
            await person.PressAsync(component.Press("answer", ("componente", "transparencia")));

        PlanCounts counts = await bot.Services.GetRequiredService<IPlanRecords>().CountsAsync(CancellationToken.None);
        Assert.DoesNotContain("transparencia", counts.Components.Keys);
        Assert.DoesNotContain((await Town.KeptOfAsync(bot, ana))!.Drafts, draft => FichaForm.ComponentOf(draft.Session) == "transparencia");
        Assert.Empty((await Town.KeptOfAsync(bot, eva))?.Drafts ?? []);
    }

    [Fact]
    public async Task A_response_to_another_consultation_or_another_persons_is_not_counted()
    {
        Talker coordinator = await Town.CoordinatorAsync(bot),
            ana = bot.Talker("ana"),
            eva = bot.Talker("eva");
        await Town.OpenConsultationAsync(coordinator, "¿Uno?", "sol", "luna");
        await Town.OpenConsultationAsync(coordinator, "¿Dos?", "mar", "sierra");
        CardInHand first = await Town.ToldAsync(ana, "responder 1", "sí");
        await ana.SayAsync("responder 2");
        await eva.SayAsync("responder 2");
        await eva.SayAsync("sí");

        await eva.PressAsync(first.Press("answer", ("respuesta", "1")));
        await ana.PressAsync(first.Press("answer", ("respuesta", "1")));

        IConsultations consultations = bot.Services.GetRequiredService<IConsultations>();
        foreach (Consultation open in await consultations.OpenAsync(CancellationToken.None))
            Assert.Equal(0, (await consultations.TallyAsync(open, CancellationToken.None)).Responses);
    }

    [Fact]
    public async Task A_coordinators_card_opens_no_consultation_for_a_participant()
    {
        Talker coordinator = await Town.CoordinatorAsync(bot),
            eva = bot.Talker("eva");
        CardInHand review = await Town.ToldAsync(coordinator, "nueva consulta", "¿Qué falta?", "abierta");

        await eva.PressAsync(review.Press("send"));

        Assert.Empty(await bot.Services.GetRequiredService<IConsultations>().OpenAsync(CancellationToken.None));
    }

    private async Task<string> DraftsAsync(Talker person) =>
        string.Join(
            '\n',
            (await Town.KeptOfAsync(bot, person))!.Drafts.Select(draft =>
                $"{draft.Id} {draft.Session.Revision} {draft.Session.At} {string.Join('|', draft.Session.Answers)}"
            )
        );

    /// <summary>The same session, revision and question under another action.</summary>
    private static JsonObject Forged(CardInHand card, string action)
    {
        JsonObject value = card.Press("answer");
        value["agabot"] = action;
        value["number"] = 1;
        return value;
    }
}
