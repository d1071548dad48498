using AgaBot.Dialogs.Codes;
using AgaBot.Tests.Hosting;

namespace AgaBot.Tests.Hostile;

/// <summary>Attempts to guess the coordinator's code.</summary>
[Trait("Category", "Integration")]
public sealed class GuessedCodeTests : IAsyncLifetime
{
    private const string Wrong = "no es";
    private const string Exhausted = "demasiados intentos";
    private const string Welcome = "ahora usted coordina";

    private readonly BotApp bot = BotApp.Start(Town.Settings);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await bot.DisposeAsync();

    [Fact]
    public async Task In_one_conversation_five_of_a_thousand_tries_are_compared()
    {
        Talker eva = bot.Talker("eva");
        var said = new List<string>();
        for (int i = 0; i < 1000; i++)
            said.Add(await eva.AskAsync($"coordinador MALO{i}"));

        Assert.Equal(5, said.Count(words => words.Contains(Wrong, StringComparison.Ordinal)));
        Assert.Contains(Exhausted, await eva.AskAsync($"coordinador {Town.Code}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Over_many_conversations_fifty_of_a_thousand_tries_are_compared_also_at_once()
    {
        string[] said = await Task.WhenAll(Enumerable.Range(0, 1000).Select(i => bot.Talker($"eva{i}").AskAsync($"coordinador MALO{i}")));

        Assert.Equal(WrongTries.MostPerHour, said.Count(words => words.Contains(Wrong, StringComparison.Ordinal)));
        Assert.Contains(Exhausted, await bot.Talker("extraña").AskAsync($"coordinador {Town.Code}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_an_hour_the_right_code_opens_again_in_the_same_conversation()
    {
        Talker coordinator = bot.Talker("coordinadora");
        for (int i = 0; i < 20; i++)
            await coordinator.SayAsync($"coordinador MALO{i}");
        Assert.Contains(Exhausted, await coordinator.AskAsync($"coordinador {Town.Code}"), StringComparison.Ordinal);

        bot.Clock.Advance(TimeSpan.FromHours(1));

        Assert.Contains(Welcome, await coordinator.AskAsync($"coordinador {Town.Code}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_was_here_yesterday_gets_in_while_strangers_never_stop_trying()
    {
        Talker coordinator = bot.Talker("coordinadora");
        foreach (string line in (string[])["proponer", "sí"])
            await coordinator.SayAsync(line);
        bot.Clock.Advance(TimeSpan.FromDays(1));
        await GuessAsync();

        Assert.Contains(Welcome, await coordinator.AskAsync($"coordinador {Town.Code}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_coordinates_already_goes_on_while_strangers_try()
    {
        Talker coordinator = await Town.CoordinatorAsync(bot);
        await GuessAsync();

        Assert.Contains("abrir una consulta", await coordinator.AskAsync("nueva consulta"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Link_codes_are_guessed_no_better()
    {
        string[] said = await Task.WhenAll(Enumerable.Range(0, 300).Select(i => bot.Talker($"eva{i}").AskAsync($"vincular ABCD-{i:D4}")));

        Assert.InRange(said.Count(words => words.Contains("no vale", StringComparison.Ordinal)), 1, WrongTries.MostPerHour);
    }

    private Task<string[]> GuessAsync() =>
        Task.WhenAll(Enumerable.Range(0, 200).Select(i => bot.Talker($"eva{i}").AskAsync($"coordinador MALO{i}")));
}
