using AgaBot.Tests.Hosting;
using AgaBot.Turns.Queues;
using AgaBot.Turns.Retention;
using Microsoft.Extensions.DependencyInjection;

namespace AgaBot.Tests.Turns.Retention;

/// <summary>The author of an unchanged draft is reminded once, in the daytime, if the draft still exists.</summary>
[Trait("Category", "Integration")]
public sealed class ReminderTests : DaysGoingBy
{
    [Theory]
    [InlineData("enviar", "enviar")]
    [InlineData("cancelar", "sí")]
    public async Task A_draft_that_was_sent_or_thrown_away_meanwhile_brings_no_reminder(string first, string second)
    {
        Talker rosa = await WithDraftAsync("rosa");
        await DayAsync(7);
        Assert.Equal(1, (await Bot.Services.GetRequiredService<IWorkQueue>().CountAsync(None)).Waiting);
        await rosa.AskAsync(first);
        await rosa.AskAsync(second);

        await WorkAsync();

        Assert.Empty(Said());
        Assert.Equal(new QueueDepth(0, 0), await Bot.Services.GetRequiredService<IWorkQueue>().CountAsync(None));
    }

    [Fact]
    public async Task Who_was_erased_meanwhile_is_not_reminded()
    {
        Talker rosa = await WithDraftAsync("rosa");
        await DayAsync(8);
        await rosa.AskAsync("borrar mis datos");
        await rosa.AskAsync("borrar");

        await WorkAsync();

        Assert.Empty(Said());
    }

    [Fact]
    public async Task A_reminder_that_is_handed_out_twice_is_said_once()
    {
        await WithDraftAsync("rosa");
        await DayAsync(8);
        WorkItem reminder = new("reminder", (await People.FindAsync(Rosa, None))!.Person!.Drafts[0].Id.Value);
        IWorkQueue queue = Bot.Services.GetRequiredService<IWorkQueue>();
        await queue.PutAsync(reminder, TimeSpan.Zero, None);
        await queue.PutAsync(reminder, TimeSpan.Zero, None);

        await WorkAsync();

        Assert.Single(Said());
    }

    [Fact]
    public async Task Nobody_is_reminded_at_night()
    {
        await WithDraftAsync("rosa");
        Bot.Clock.Advance(TimeSpan.FromHours(14));
        await DayAsync(8);
        await WorkAsync();
        Assert.Empty(Said());

        Bot.Clock.Advance(TimeSpan.FromHours(10));
        await WorkAsync();

        Assert.Single(Said());
    }

    [Fact]
    public async Task Who_talks_to_the_bot_in_a_group_alone_is_not_reminded_there()
    {
        await WithDraftAsync("rosa");
        await Bot.Talker("rosa", "sms", group: "mesa").AskAsync("avance");
        Bot.Clock.Advance(TimeSpan.FromDays(8));
        IOldRows old = Bot.Services.GetRequiredService<IOldRows>();
        string key = (await People.FindAsync(Rosa, None))!.Key;
        Assert.True(await old.ForgetConversationAsync(key, "c-rosa", Bot.Clock.GetUtcNow(), None));

        await DayAsync(1);
        await WorkAsync();

        Assert.Empty(Said());
    }
}
