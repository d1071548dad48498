using AgaBot.Storage;
using AgaBot.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace AgaBot.Tests.Hostile;

/// <summary>Somebody gets a coordinator to type the code of a link.</summary>
[Trait("Category", "Integration")]
public sealed class LinkingTests : IAsyncLifetime
{
    private readonly BotApp bot = BotApp.Start(Town.Settings);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await bot.DisposeAsync();

    [Theory]
    [InlineData("sms", "whatsapp")]
    [InlineData("whatsapp", "sms")]
    public async Task A_coordinator_who_types_a_strangers_code_has_given_nothing(string theirs, string ours)
    {
        Talker mallory = bot.Talker("mallory", theirs);
        Talker coordinator = await Town.CoordinatorAsync(bot, channel: ours);

        string asked = await coordinator.AskAsync(Linked.Command(await mallory.AskAsync("vincular")));
        Assert.Contains("¿Es usted?", asked, StringComparison.Ordinal);
        Assert.Contains("no se vinculó nada", await coordinator.AskAsync("no"), StringComparison.Ordinal);

        Assert.Contains("dijeron que no es usted", await mallory.AskAsync("hola"), StringComparison.Ordinal);
        Assert.Contains("No hay ningún vínculo", await mallory.AskAsync("vincular sí"), StringComparison.Ordinal);
        await ExpectStrangerAsync(mallory);
    }

    [Theory]
    [InlineData("sms", "whatsapp")]
    [InlineData("whatsapp", "sms")]
    public async Task A_coordinator_who_says_yes_to_a_stranger_has_not_given_the_role(string theirs, string ours)
    {
        Talker mallory = bot.Talker("mallory", theirs);
        Talker coordinator = await Town.CoordinatorAsync(bot, channel: ours);

        await coordinator.AskAsync(Linked.Command(await mallory.AskAsync("vincular")));
        Assert.Contains("Usted coordina. ¿También", await coordinator.AskAsync("vincular sí"), StringComparison.Ordinal);
        await coordinator.AskAsync("no");
        await mallory.AskAsync("hola");
        Assert.Contains("una sola persona", await mallory.AskAsync("vincular sí"), StringComparison.Ordinal);

        await ExpectStrangerAsync(mallory);
        Assert.DoesNotContain("solo lo puede hacer", await coordinator.AskAsync("nueva consulta"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_coordinator_who_asks_for_the_code_gives_the_role_only_by_saying_so()
    {
        Talker coordinator = await Town.CoordinatorAsync(bot, channel: "sms");
        Talker phone = bot.Talker("telefono", "whatsapp");

        await phone.AskAsync(Linked.Command(await coordinator.AskAsync("vincular")));
        await phone.AskAsync("sí");
        await ExpectStrangerAsync(phone);
        Assert.Contains("dice ser usted", await coordinator.AskAsync("hola"), StringComparison.Ordinal);
        Assert.Contains("por WhatsApp podrá coordinar", await coordinator.AskAsync("vincular sí"), StringComparison.Ordinal);
        await coordinator.AskAsync("vincular con rol");

        Assert.DoesNotContain("solo lo puede hacer", await phone.AskAsync("nueva consulta"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_role_that_is_granted_after_the_link_is_of_the_device_where_it_was_granted()
    {
        Talker mallory = bot.Talker("mallory", "sms");
        Talker official = bot.Talker("oficial", "whatsapp");
        await Linked.LinkAsync(mallory, official);

        await official.AskAsync($"coordinador {Town.Code}");

        Assert.DoesNotContain("solo lo puede hacer", await official.AskAsync("nueva consulta"), StringComparison.Ordinal);
        await ExpectStrangerAsync(mallory);
    }

    [Fact]
    public async Task Whoever_types_a_code_says_yes_for_one_side_alone()
    {
        Talker rosa = bot.Talker("rosa", "sms");
        foreach (string line in (string[])["presentarme", "sí", "Rosa Flores", "JUSHCAMIL", "3", "saltar", "aporte", "Cisternas"])
            await rosa.AskAsync(line);
        Talker mallory = bot.Talker("mallory", "whatsapp");

        string shown = await mallory.AskAsync(Linked.Command(await rosa.AskAsync("vincular")));
        await mallory.AskAsync("vincular sí");

        Assert.Contains("Rosa (", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("Flores", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("JUSHCAMIL", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("Cisternas", await mallory.AskAsync("mis fichas"), StringComparison.Ordinal);
        await rosa.AskAsync("vincular no");
        Assert.Contains("dijeron que no es usted", await mallory.AskAsync("mis fichas"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_that_nobody_answers_ends()
    {
        Talker rosa = bot.Talker("rosa", "sms"),
            mallory = bot.Talker("mallory", "whatsapp");
        await mallory.AskAsync(Linked.Command(await rosa.AskAsync("vincular")));
        await mallory.AskAsync("vincular sí");

        bot.Clock.Advance(TimeSpan.FromMinutes(11));

        Assert.DoesNotContain("una sola persona", await rosa.AskAsync("vincular sí"), StringComparison.Ordinal);
        Assert.Contains("ya no vale", await mallory.AskAsync("hola"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sms", "whatsapp", true)]
    [InlineData("whatsapp", "sms", true)]
    [InlineData("sms", "whatsapp", false)]
    [InlineData("whatsapp", "sms", false)]
    public async Task What_a_stranger_was_given_by_a_link_is_taken_back(string theirs, string ours, bool byOwner)
    {
        Talker rosa = bot.Talker("rosa", ours);
        foreach (string line in (string[])["presentarme", "sí", "Rosa Flores", "JUSHCAMIL", "3", "saltar", "aporte", "Cisternas"])
            await rosa.AskAsync(line);
        Talker mallory = bot.Talker("mallory", theirs);
        foreach (string line in (string[])["presentarme", "sí", "Mala Mano", "Nadie", "1", "saltar", "aporte", "Piscinas"])
            await mallory.AskAsync(line);
        await Linked.LinkAsync(mallory, rosa);
        Assert.Contains("Cisternas", await mallory.AskAsync("mis fichas"), StringComparison.Ordinal);
        Assert.Contains("Piscinas", await rosa.AskAsync("mis fichas"), StringComparison.Ordinal);

        Talker undoing = byOwner ? rosa : mallory;
        Assert.Contains("¿Quiere separarlos?", await undoing.AskAsync("desvincular"), StringComparison.Ordinal);
        Assert.Contains("dos personas distintas", await undoing.AskAsync("desvincular sí"), StringComparison.Ordinal);

        string rosas = await rosa.AskAsync("mis fichas");
        string mallorys = await mallory.AskAsync("mis fichas");
        Assert.Contains("Cisternas", rosas, StringComparison.Ordinal);
        Assert.DoesNotContain("Piscinas", rosas, StringComparison.Ordinal);
        Assert.Contains("Piscinas", mallorys, StringComparison.Ordinal);
        Assert.DoesNotContain("Cisternas", mallorys, StringComparison.Ordinal);
        Assert.Contains("Rosa Flores", await rosa.AskAsync("mis datos"), StringComparison.Ordinal);
        Assert.Contains("Mala Mano", await mallory.AskAsync("mis datos"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_role_that_was_confirmed_for_the_other_is_gone_with_the_link()
    {
        Talker coordinator = await Town.CoordinatorAsync(bot, channel: "sms");
        Talker phone = bot.Talker("telefono", "whatsapp");
        await phone.AskAsync(Linked.Command(await coordinator.AskAsync("vincular")));
        foreach ((Talker who, string said) in ((Talker, string)[])[(phone, "sí"), (coordinator, "hola"), (coordinator, "vincular sí")])
            await who.AskAsync(said);
        await coordinator.AskAsync("vincular con rol");

        await coordinator.AskAsync("desvincular");
        await coordinator.AskAsync("desvincular sí");

        await ExpectStrangerAsync(phone);
        Assert.DoesNotContain("solo lo puede hacer", await coordinator.AskAsync("nueva consulta"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Erasing_leaves_nothing_of_what_was_remembered_of_a_link()
    {
        Talker rosa = bot.Talker("rosa", "sms"),
            phone = bot.Talker("telefono", "whatsapp");
        foreach (string line in (string[])["presentarme", "sí", "Rosa Flores", "JUSHCAMIL", "3", "saltar", "aporte", "Cisternas"])
            await rosa.AskAsync(line);
        await Linked.LinkAsync(rosa, phone);
        Assert.NotEmpty(await LinkRowsAsync());

        await phone.AskAsync("borrar mis datos");
        await phone.AskAsync("borrar");

        Assert.Empty(await LinkRowsAsync());
    }

    [Fact]
    public async Task After_a_day_a_link_stays()
    {
        Talker rosa = bot.Talker("rosa", "sms"),
            phone = bot.Talker("telefono", "whatsapp");
        await Linked.LinkAsync(rosa, phone);
        bot.Clock.Advance(TimeSpan.FromHours(24));

        Assert.Contains("No hay ningún vínculo", await phone.AskAsync("desvincular"), StringComparison.Ordinal);
    }

    private async Task<List<string>> LinkRowsAsync()
    {
        List<string> rows = [];
        foreach (string partition in (string[])["plan:", "links"])
        {
            await foreach (ScannedEntity row in bot.Services.GetRequiredService<IEntityScan>().ScanAsync(partition, CancellationToken.None))
            {
                if (partition == "links" || row.Row.StartsWith('l'))
                    rows.Add(row.Row);
            }
        }
        return rows;
    }

    private static async Task ExpectStrangerAsync(Talker person) =>
        Assert.Contains("solo lo puede hacer la coordinación", await person.AskAsync("nueva consulta"), StringComparison.Ordinal);
}
