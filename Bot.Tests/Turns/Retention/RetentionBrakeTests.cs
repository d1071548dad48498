using System.Text;
using AgaBot.Commands;
using AgaBot.Storage;
using AgaBot.Turns.Persistence;
using AgaBot.Turns.Retention;
using Microsoft.Extensions.DependencyInjection;

namespace AgaBot.Tests.Turns.Retention;

/// <summary>Nothing is deleted after the clock has jumped, or where a round would delete an unusual part of all data.</summary>
[Trait("Category", "Integration")]
public sealed class RetentionBrakeTests() : DaysGoingBy(("Retention:HaltRows", "2"))
{
    [Fact]
    public async Task A_clock_that_jumps_400_days_ahead_deletes_nothing_and_the_rounds_go_on_when_it_is_right_again()
    {
        await ConsentedAsync("rosa");
        await DayAsync(1);

        Bot.Clock.Advance(TimeSpan.FromDays(400));
        await Housekeeping.PassAsync(None);
        await DayAsync(3);
        Assert.Single((await People.FindAsync(Rosa, None))!.Conversations);

        Bot.Clock.Advance(TimeSpan.FromDays(-402));
        DateTimeOffset before = (await LeaseAsync()).Began;
        await Housekeeping.PassAsync(None);
        Assert.Equal(TimeSpan.FromDays(1), (await LeaseAsync()).Began - before);
        await DayAsync(29);
        Assert.Empty((await People.FindAsync(Rosa, None))!.Conversations);
    }

    [Fact]
    public async Task A_jump_over_a_restart_is_seen_too()
    {
        await ConsentedAsync("rosa");
        await DayAsync(1);

        Bot.Clock.Advance(TimeSpan.FromDays(400));
        await Bot.RestartAsync();
        await Housekeeping.PassAsync(None);

        Assert.Single((await People.FindAsync(Rosa, None))!.Conversations);
    }

    [Fact]
    public async Task A_lease_of_the_future_stops_housekeeping_for_a_day_and_not_for_years()
    {
        await ConsentedAsync("rosa");
        DateTimeOffset future = Bot.Clock.GetUtcNow().AddDays(600);
        var store = Bot.Services.GetRequiredService<IEntityStore>();
        Entity row = (await store.GetAsync("rounds", "people", None))!;
        // As an earlier version wrote it while the clock was ahead.
        string early = $$"""{"v":1,"began":"{{future:O}}","done":256,"until":"{{future:O}}"}""";
        await store.WriteAsync("rounds", [new EntityWrite.Replace("people", Encoding.UTF8.GetBytes(early), row.ETag)], None);

        await Housekeeping.PassAsync(None);
        Assert.Equal(future, (await LeaseAsync()).Began);

        await DayAsync(1);
        Assert.Equal(Bot.Clock.GetUtcNow(), (await LeaseAsync()).Began);
        await DayAsync(29);
        Assert.Empty((await People.FindAsync(Rosa, None))!.Conversations);
    }

    [Fact]
    public async Task A_round_that_would_delete_most_of_what_there_is_waits_for_the_operator()
    {
        var log = Bot.Services.GetRequiredService<IActivityLog>();
        Channels.DirectLine.PageVisitor page = await Channels.DirectLine.PageVisitor.OpenAsync(Bot);
        await ConsentedAsync("rosa");
        await ConsentedAsync("ana");

        await DayAsync(35);
        Assert.Single((await People.FindAsync(Rosa, None))!.Conversations);
        Assert.NotEmpty(await log.ReadAsync(page.ConversationId, 0, 10, None));

        RoundCount count = (await LeaseAsync()).Count;
        Assert.True(count is { Kept: >= 3, Expired: >= 3 }, $"{count}");
        using var output = new StringWriter();
        IOperatorCommand confirm = Bot.Services.GetServices<IOperatorCommand>().Single(one => one.Name == "retention confirm");
        Assert.Equal(ExitCode.Done, await confirm.RunAsync([], output, None));
        Assert.Contains($"{count.Expired} of {count.Kept} conversations and drafts", output.ToString(), StringComparison.Ordinal);
        await Housekeeping.PassAsync(None);

        Assert.Empty((await People.FindAsync(Rosa, None))!.Conversations);
        Assert.Empty(await log.ReadAsync(page.ConversationId, 0, 10, None));
        Assert.Null((await LeaseAsync()).Confirmed);
    }

    private ValueTask<JobLease> LeaseAsync() =>
        Bot.Services.GetRequiredService<IJobLeases>().FindAsync(AgaBot.Turns.Retention.Housekeeping.LeaseName, Bot.Clock.GetUtcNow(), None);
}
