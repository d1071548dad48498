using AgaBot.Dialogs;
using AgaBot.Dialogs.Codes;
using AgaBot.Tests.Hosting;

namespace AgaBot.Tests.Hostile;

/// <summary>Attempts to guess codes, and people who mistype theirs meanwhile.</summary>
[Trait("Category", "Integration")]
public sealed class GuessedCodeTests : IAsyncLifetime
{
    private const string Wrong = "no es";
    private const string Waits = "demasiados intentos";
    private const string Welcome = "ahora usted coordina";

    private readonly BotApp bot = BotApp.Start(Town.Settings);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await bot.DisposeAsync();

    [Fact]
    public async Task In_one_conversation_five_of_many_tries_are_compared_and_then_the_waits_grow()
    {
        Talker eva = bot.Talker("eva");
        var said = new List<string>();
        for (int i = 0; i < 100; i++)
            said.Add(await eva.AskAsync($"coordinador MALO{i}"));
        Assert.Equal(5, said.Count(words => words.Contains(Wrong, StringComparison.Ordinal)));
        Assert.Contains(Waits, await eva.AskAsync($"coordinador {Town.Code}"), StringComparison.Ordinal);

        bot.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Contains(Wrong, await eva.AskAsync("coordinador MALO100"), StringComparison.Ordinal);
        bot.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Contains(Waits, await eva.AskAsync($"coordinador {Town.Code}"), StringComparison.Ordinal);
        bot.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Contains(Welcome, await eva.AskAsync($"coordinador {Town.Code}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task However_many_strangers_try_a_stranger_with_the_right_code_gets_in()
    {
        await Task.WhenAll(Enumerable.Range(0, 400).Select(i => bot.Talker($"eva{i}").AskAsync($"coordinador MALO{i}")));

        Assert.Contains(Welcome, await bot.Talker("coordinadora").AskAsync($"coordinador {Town.Code}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_codes_of_one_kind_do_not_delay_those_of_another()
    {
        Talker ana = bot.Talker("ana");
        for (int i = 0; i < 10; i++)
            await ana.SayAsync($"asiento ABCD-234{i}");

        Assert.Contains(Waits, await ana.AskAsync("asiento ABCD-2345"), StringComparison.Ordinal);
        Assert.DoesNotContain(Waits, await ana.AskAsync("vincular ABCDE-23456"), StringComparison.Ordinal);
        Assert.Contains(Welcome, await ana.AskAsync($"coordinador {Town.Code}"), StringComparison.Ordinal);
    }
}

/// <summary>The counts behind it.</summary>
public sealed class WrongTriesTests
{
    private readonly FixedClock clock = new(DateTimeOffset.UnixEpoch);

    [Fact]
    public void A_block_is_loud_for_one_kind_and_is_quiet_again_within_hours()
    {
        var tries = new WrongTries(clock);
        for (int i = 0; i < WrongTries.PerHour; i++)
            tries.Count(CodeKind.Seat, "203.0.113.7");

        Assert.True(tries.IsLoud(CodeKind.Seat, "203.0.113.7"));
        Assert.False(tries.IsLoud(CodeKind.Link, "203.0.113.7"));
        Assert.False(tries.IsLoud(CodeKind.Seat, "203.0.113.8"));
        Assert.False(tries.IsLoud(CodeKind.Seat, null));
        clock.Advance(TimeSpan.FromHours(1));
        Assert.False(tries.IsLoud(CodeKind.Seat, "203.0.113.7"));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(4, 0)]
    [InlineData(5, 1)]
    [InlineData(6, 2)]
    [InlineData(10, 32)]
    [InlineData(11, 60)]
    [InlineData(5000, 60)]
    public void The_wait_doubles_up_to_an_hour(int wrong, int minutes) =>
        Assert.Equal(
            TimeSpan.FromMinutes(minutes),
            WrongCodes.WaitAfter(new WrongCodes(wrong, clock.GetUtcNow()), free: 5, clock.GetUtcNow())
        );

    [Fact]
    public void The_first_code_of_a_conversation_is_compared_in_a_loud_block_too() =>
        Assert.Equal(TimeSpan.Zero, WrongCodes.WaitAfter(null, CodeFree, clock.GetUtcNow()));

    private const int CodeFree = CodeTries.FreeInLoudBlock;
}
