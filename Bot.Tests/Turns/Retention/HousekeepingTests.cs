using System.Text;
using AgaBot.Dialogs.Documents;
using AgaBot.Dialogs.Inputs;
using AgaBot.Plans;
using AgaBot.Plans.Linking;
using AgaBot.Storage;
using AgaBot.Tests.Hosting;
using AgaBot.Turns.Persistence;
using AgaBot.Turns.State;
using Microsoft.Extensions.DependencyInjection;

namespace AgaBot.Tests.Turns.Retention;

/// <summary>Data are kept for the periods in the settings, and no longer.</summary>
[Trait("Category", "Integration")]
public sealed class HousekeepingTests : DaysGoingBy
{
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
        var log = Bot.Services.GetRequiredService<IActivityLog>();
        Channels.DirectLine.PageVisitor ana = await Channels.DirectLine.PageVisitor.OpenAsync(Bot);
        Assert.NotEmpty(await log.ReadAsync(ana.ConversationId, 0, 10, None));

        await DayAsync(31);

        Assert.Empty(await log.ReadAsync(ana.ConversationId, 0, 10, None));
    }

    [Fact]
    public async Task Files_codes_and_farewells_go_when_their_days_are_over()
    {
        ISentFiles reading = Bot.Services.GetRequiredService<ISentFiles>();
        ILinkOffers offers = Bot.Services.GetRequiredService<ILinkOffers>();
        await Bot
            .Services.GetRequiredService<IKeptFiles>()
            .KeepAsync(new SentFileId("f"), Rosa, Encoding.UTF8.GetBytes("ficha"), Bot.Clock.GetUtcNow(), None);
        await offers.PutAsync(new LinkOffer("hash", Rosa, Bot.Clock.GetUtcNow(), 0, null), None);
        Talker ana = await ConsentedAsync("ana");
        await ana.AskAsync("borrar mis datos");
        await ana.AskAsync("borrar");
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
        Talker here = Bot.Talker("rosa", first),
            there = Bot.Talker("rosa", second);
        await here.AskAsync("hola");
        await Linked.LinkAsync(here, there);
        await there.AskAsync("borrar mis datos");
        Assert.Contains("borré sus datos", await there.AskAsync("borrar"), StringComparison.Ordinal);
        Assert.NotEmpty(await RowsOfPeopleAsync());

        await DayAsync(8);

        Assert.Empty(await RowsOfPeopleAsync());
    }

    [Fact]
    public async Task The_words_about_ones_own_data_say_what_the_settings_say() =>
        Assert.Contains(
            "20 días sin cambios), las conversaciones (30 días sin mensajes) y los archivos (7 días)",
            await Bot.Talker("ana", "sms").AskAsync("mis datos"),
            StringComparison.Ordinal
        );

    private async Task<List<string>> RowsOfPeopleAsync()
    {
        List<string> rows = [];
        await foreach (ScannedEntity row in Bot.Services.GetRequiredService<IEntityScan>().ScanAsync("who:", None))
            rows.Add($"{row.Partition} {row.Row}");
        return rows;
    }
}
