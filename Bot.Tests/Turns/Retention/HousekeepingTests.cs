using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using AgaBot.Commands;
using AgaBot.Dialogs.Documents;
using AgaBot.Dialogs.Inputs;
using AgaBot.Plans;
using AgaBot.Plans.Linking;
using AgaBot.Storage;
using AgaBot.Tests.Hosting;
using AgaBot.Tests.Storage.Records;
using AgaBot.Turns;
using AgaBot.Turns.Queues;
using AgaBot.Turns.Retention;
using Microsoft.Extensions.DependencyInjection;

namespace AgaBot.Tests.Turns.Retention;

/// <summary>What is kept is kept as long as the settings say, through the whole app, while days go by.</summary>
public sealed class HousekeepingTests : IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly ParticipantId Rosa = new("sms:rosa");
    private readonly BotApp bot = BotApp.Start(new BotAppSettings
    {
        Configuration = ImmutableDictionary<string, string>.Empty.Add("Retention:ConversationDays", "30").Add("Retention:DraftDays", "20"),
        Services = static services =>
        {
            services.AddSingleton<SpokenFirst>().AddSingleton<IReplySenders>(static provider => provider.GetRequiredService<SpokenFirst>());
            FaultyStore.StandBefore(services);
        },
    });

    public Task InitializeAsync() => Housekeeping.PassAsync(None).AsTask();

    public async Task DisposeAsync() => await bot.DisposeAsync();

    private Housekeeping Housekeeping => bot.Services.GetRequiredService<Housekeeping>();

    private IPeopleScan People => bot.Services.GetRequiredService<IPeopleScan>();

    [Fact]
    public async Task A_conversation_in_which_nothing_is_said_is_forgotten_and_the_person_stays()
    {
        Talker rosa = await ConsentedAsync("rosa");
        await DayAsync(29);
        Assert.Single((await People.FindAsync(Rosa, None))!.Conversations);

        await DayAsync(1);

        KeptPerson kept = (await People.FindAsync(Rosa, None))!;
        Assert.Empty(kept.Conversations);
        Assert.Equal("Rosa Flores", kept.Person!.Participant.Profile!.Name);
        Assert.Contains("Rosa Flores", await rosa.AskAsync("mis datos"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_conversation_goes_on_as_long_as_something_is_said_in_it()
    {
        Talker rosa = await ConsentedAsync("rosa");
        await DayAsync(20);
        await rosa.AskAsync("avance");

        await DayAsync(20);

        Assert.Single((await People.FindAsync(Rosa, None))!.Conversations);
    }

    [Fact]
    public async Task What_the_page_showed_goes_with_its_conversation()
    {
        var log = bot.Services.GetRequiredService<IActivityLog>();
        Channels.DirectLine.PageVisitor ana = await Channels.DirectLine.PageVisitor.OpenAsync(bot);
        Assert.NotEmpty(await log.ReadAsync(ana.ConversationId, 0, 10, None));

        await DayAsync(31);

        Assert.Empty(await log.ReadAsync(ana.ConversationId, 0, 10, None));
    }

    [Fact]
    public async Task A_draft_is_thrown_away_after_its_reminder_and_is_counted_no_more()
    {
        Talker rosa = await WithDraftAsync("rosa");
        await DayAsync(8);
        await WorkAsync();
        Assert.Contains("retomar 1", Assert.Single(Said()).Words, StringComparison.Ordinal);
        await DayAsync(11);
        Assert.Single((await People.FindAsync(Rosa, None))!.Person!.Drafts);

        await DayAsync(1);

        Assert.Empty((await People.FindAsync(Rosa, None))!.Person!.Drafts);
        Assert.Contains("Total: fichas 0, borradores 0, aportes 0", await rosa.AskAsync("avance"), StringComparison.Ordinal);
        Assert.Contains("No tiene borradores", await rosa.AskAsync("retomar"), StringComparison.Ordinal);
        await ExpectNoDriftAsync();
    }

    [Fact]
    public async Task A_round_that_breaks_off_after_any_write_is_gone_on_with()
    {
        foreach (string person in (string[])["rosa", "ana", "julio"])
            await (await WithDraftAsync(person)).AskAsync("no me recuerde más");
        await DayAsync(19);
        bot.Clock.Advance(TimeSpan.FromDays(1));
        FaultyStore store = bot.Services.GetRequiredService<FaultyStore>();
        int broken = 0;
        while (await BreaksOffAsync(broken))
        {
            await ExpectNoDriftAsync();
            // Another instance takes it for dead.
            bot.Clock.Advance(TimeSpan.FromMinutes(31));
            broken++;
        }

        // The round is begun, three drafts go in two steps each, and what is left over ends it.
        Assert.True(broken >= 4, $"It broke off {broken} times.");
        Assert.Contains("Total: fichas 0, borradores 0, aportes 0", await bot.Talker("mira", "sms").AskAsync("avance"), StringComparison.Ordinal);
        Assert.Empty((await People.FindAsync(Rosa, None))!.Person!.Drafts);
        await ExpectNoDriftAsync();

        async Task<bool> BreaksOffAsync(int write)
        {
            (store.GoodWrites, store.AnswersToLose) = (write, 1);
            try
            {
                await Housekeeping.PassAsync(None);
            }
            catch (StoreUnavailableException)
            {
                return true;
            }
            store.AnswersToLose = 0;
            return false;
        }
    }

    [Fact]
    public async Task Nobodys_draft_is_thrown_away_before_they_were_told_of_it()
    {
        await WithDraftAsync("rosa");
        // The bot stood still until long after.
        bot.Clock.Advance(TimeSpan.FromDays(40));
        await Housekeeping.PassAsync(None);
        Assert.Single((await People.FindAsync(Rosa, None))!.Person!.Drafts);
    }

    [Fact]
    public async Task Who_refuses_reminders_is_not_reminded_and_the_draft_ends_when_it_was_said_that_it_would()
    {
        Talker rosa = await WithDraftAsync("rosa");
        await rosa.AskAsync("no me recuerde más");
        await DayAsync(10);
        await WorkAsync();
        Assert.Empty(Said());

        await DayAsync(10);

        Assert.Empty((await People.FindAsync(Rosa, None))!.Person!.Drafts);
    }

    [Theory]
    [InlineData("enviar", "enviar")]
    [InlineData("cancelar", "sí")]
    public async Task A_draft_that_was_sent_or_thrown_away_meanwhile_brings_no_reminder(string first, string second)
    {
        Talker rosa = await WithDraftAsync("rosa");
        await DayAsync(7);
        Assert.Equal(1, (await bot.Services.GetRequiredService<IWorkQueue>().CountAsync(None)).Waiting);
        await rosa.AskAsync(first);
        await rosa.AskAsync(second);

        await WorkAsync();

        Assert.Empty(Said());
        Assert.Equal(new QueueDepth(0, 0), await bot.Services.GetRequiredService<IWorkQueue>().CountAsync(None));
    }

    [Fact]
    public async Task Who_was_erased_meanwhile_is_not_reminded()
    {
        Talker rosa = await WithDraftAsync("rosa");
        await DayAsync(8);
        await rosa.AskAsync("borrar mis datos");
        await rosa.AskAsync("sí");

        await WorkAsync();

        Assert.Empty(Said());
    }

    [Fact]
    public async Task A_reminder_that_is_handed_out_twice_is_said_once()
    {
        await WithDraftAsync("rosa");
        await DayAsync(8);
        WorkItem reminder = new("reminder", (await People.FindAsync(Rosa, None))!.Person!.Drafts[0].Id.Value);
        IWorkQueue queue = bot.Services.GetRequiredService<IWorkQueue>();
        await queue.PutAsync(reminder, TimeSpan.Zero, None);
        await queue.PutAsync(reminder, TimeSpan.Zero, None);

        await WorkAsync();

        Assert.Single(Said());
    }

    [Fact]
    public async Task Nobody_is_reminded_at_night()
    {
        await WithDraftAsync("rosa");
        bot.Clock.Advance(TimeSpan.FromHours(14));
        await DayAsync(8);
        await WorkAsync();
        Assert.Empty(Said());

        bot.Clock.Advance(TimeSpan.FromHours(10));
        await WorkAsync();

        Assert.Single(Said());
    }

    [Fact]
    public async Task Who_talks_to_the_bot_in_a_group_alone_is_not_reminded_there()
    {
        await WithDraftAsync("rosa");
        await bot.Talker("rosa", "sms", group: "mesa").AskAsync("avance");
        bot.Clock.Advance(TimeSpan.FromDays(8));
        IOldRows old = bot.Services.GetRequiredService<IOldRows>();
        string key = (await People.FindAsync(Rosa, None))!.Key;
        Assert.True(await old.ForgetConversationAsync(key, "c-rosa", bot.Clock.GetUtcNow(), None));

        await DayAsync(1);
        await WorkAsync();

        Assert.Empty(Said());
    }

    [Fact]
    public async Task Files_codes_and_farewells_go_when_their_days_are_over()
    {
        ISentFiles reading = bot.Services.GetRequiredService<ISentFiles>();
        ILinkOffers offers = bot.Services.GetRequiredService<ILinkOffers>();
        await bot.Services.GetRequiredService<IKeptFiles>().KeepAsync(new SentFileId("f"), Rosa, Encoding.UTF8.GetBytes("ficha"), bot.Clock.GetUtcNow(), None);
        await offers.PutAsync(new LinkOffer("hash", Rosa, bot.Clock.GetUtcNow(), 0, null), None);
        Talker ana = await ConsentedAsync("ana");
        await ana.AskAsync("borrar mis datos");
        await ana.AskAsync("sí");
        await DayAsync(6);
        Assert.NotNull(await reading.FindAsync(new SentFileId("f"), None));
        Assert.NotEmpty((await People.FindAsync(new ParticipantId("sms:ana"), None))!.Conversations);

        await DayAsync(2);

        Assert.Null(await reading.FindAsync(new SentFileId("f"), None));
        Assert.Null(await offers.FindAsync("hash", None));
        Assert.Null(await People.FindAsync(new ParticipantId("sms:ana"), None));
    }

    [Theory]
    [InlineData("sms", "telegram")]
    [InlineData("telegram", "sms")]
    public async Task Of_who_was_one_person_on_two_channels_and_was_erased_nothing_is_kept_then(string first, string second)
    {
        Talker here = bot.Talker("rosa", first), there = bot.Talker("rosa", second);
        await here.AskAsync("hola");
        await there.AskAsync(Regex.Match(await here.AskAsync("vincular"), @"vincular \w{4}-\w{4}").Value);
        await there.AskAsync("borrar mis datos");
        Assert.Contains("borré sus datos", await there.AskAsync("sí"), StringComparison.Ordinal);
        Assert.NotEmpty(await RowsOfPeopleAsync());

        await DayAsync(8);

        Assert.Empty(await RowsOfPeopleAsync());
    }

    [Fact]
    public async Task The_words_about_ones_own_data_say_what_the_settings_say() =>
        Assert.Contains("20 días sin cambios), las conversaciones (30 días sin mensajes) y los archivos (7 días)", await bot.Talker("ana", "sms").AskAsync("mis datos"), StringComparison.Ordinal);

    private async Task ExpectNoDriftAsync()
    {
        using var recount = new StringWriter();
        Assert.Equal(0, await bot.Services.GetServices<ICommand>().OfType<RecountCommand>().Single().RunAsync([], recount, None));
    }

    private async Task<List<string>> RowsOfPeopleAsync()
    {
        List<string> rows = [];
        await foreach (ScannedEntity row in bot.Services.GetRequiredService<IEntityScan>().ScanAsync("who:", None))
            rows.Add($"{row.Partition} {row.Row}");
        return rows;
    }

    private async Task<Talker> ConsentedAsync(string person)
    {
        Talker talker = bot.Talker(person, "sms");
        foreach (string said in (string[])["aporte", "sí", "Rosa Flores", "JUSHCAMIL", "Municipios", "saltar"])
            await talker.AskAsync(said);
        return talker;
    }

    private async Task<Talker> WithDraftAsync(string person)
    {
        Talker talker = await ConsentedAsync(person);
        await talker.AskAsync("Cisternas para los caseríos");
        return talker;
    }

    /// <summary>The days go by, with the round of each.</summary>
    private async Task DayAsync(int days)
    {
        for (int day = 0; day < days; day++)
        {
            bot.Clock.Advance(TimeSpan.FromDays(1));
            await Housekeeping.PassAsync(None);
        }
    }

    private Task WorkAsync() => bot.Services.GetRequiredService<WorkLoop>().PassAsync(None).AsTask();

    private ImmutableArray<BotMessage> Said() => bot.Services.GetRequiredService<SpokenFirst>().Take();
}
