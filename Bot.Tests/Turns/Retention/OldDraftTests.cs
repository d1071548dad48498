using AgaBot.Commands;
using AgaBot.Tests.Hosting;
using AgaBot.Tests.Storage.Records;
using AgaBot.Turns.Persistence;
using AgaBot.Turns.Retention;
using Microsoft.Extensions.DependencyInjection;

namespace AgaBot.Tests.Turns.Retention;

/// <summary>An unchanged draft is deleted after the period in the settings, and not before its author was warned.</summary>
[Trait("Category", "Integration")]
public sealed class OldDraftTests : DaysGoingBy
{
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
        Bot.Clock.Advance(TimeSpan.FromDays(1));
        FaultyStore store = Bot.Services.GetRequiredService<FaultyStore>();
        int broken = 0;
        while (await BreaksOffAsync(broken))
        {
            await ExpectNoDriftAsync();
            // The claim of the interrupted instance expires.
            Bot.Clock.Advance(TimeSpan.FromMinutes(31));
            broken++;
        }

        // The round begins with one write, each of three drafts takes two, and one ends the round.
        Assert.True(broken >= 4, $"It broke off {broken} times.");
        Assert.Contains(
            "Total: fichas 0, borradores 0, aportes 0",
            await Bot.Talker("mira", "sms").AskAsync("avance"),
            StringComparison.Ordinal
        );
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
        // The bot did not run for a long time.
        Bot.Clock.Advance(TimeSpan.FromDays(40));
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

    private async Task ExpectNoDriftAsync()
    {
        using var recount = new StringWriter();
        Assert.Equal(0, await Bot.Services.GetServices<IOperatorCommand>().OfType<RecountCommand>().Single().RunAsync([], recount, None));
    }
}
