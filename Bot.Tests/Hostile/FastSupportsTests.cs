using System.Text.RegularExpressions;
using AgaBot.Dialogs.Supporting;
using AgaBot.Plans;
using AgaBot.Plans.Public;
using AgaBot.Tests.Channels.DirectLine;
using AgaBot.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace AgaBot.Tests.Hostile;

/// <summary>Somebody who invents people supports a proposal with all of them, from one address.</summary>
[Trait("Category", "Integration")]
public sealed partial class FastSupportsTests
{
    private const int Invented = SupportPace.AtOnceUnknown + 20;

    [Fact]
    public async Task They_are_apart_until_a_coordinator_has_looked()
    {
        await using BotApp bot = BotApp.Start(Town.Settings);
        Talker coordinator = await Town.CoordinatorAsync(bot);
        string receipt = await SubmittedAsync(bot);
        string last = "";
        for (int person = 0; person < Invented; person++)
        {
            PageVisitor visitor = await PageVisitor.OpenAsync(bot);
            await visitor.SayAsync($"apoyar {receipt}");
            await visitor.SayAsync("sí");
            last = string.Join('\n', (await visitor.HistoryAsync()).Select(BotMessage.Of).Select(message => message.Words));
        }

        Assert.Contains("se contará cuando la coordinación lo revise", last, StringComparison.Ordinal);
        Assert.Equal(SupportPace.AtOnceUnknown, await CountAsync(bot, receipt));
        Assert.Contains("revisar apoyos", await coordinator.AskAsync("avance"), StringComparison.Ordinal);
        Assert.Contains($"{receipt}, 20 apoyos", await coordinator.AskAsync("revisar apoyos"), StringComparison.Ordinal);
        await coordinator.AskAsync($"contar apoyos {receipt}");
        Assert.Equal(Invented, await CountAsync(bot, receipt));
        Assert.Contains("No hay apoyos", await coordinator.AskAsync("revisar apoyos"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("revisar apoyos")]
    [InlineData("contar apoyos 482-716-4")]
    [InlineData("descartar apoyos 482-716-4")]
    public async Task Only_coordinators_decide_on_them(string command)
    {
        await using BotApp bot = BotApp.Start(Town.Settings);

        Assert.Contains("solo lo puede hacer la coordinación", await bot.Talker("eva").AskAsync(command), StringComparison.Ordinal);
    }

    private static async Task<string> SubmittedAsync(BotApp bot)
    {
        Talker ana = bot.Talker("ana");
        foreach (string line in (string[])["aporte", "sí", "Cisternas para los caseríos", "enviar"])
            await ana.AskAsync(line);
        return Receipt().Match(await ana.AskAsync("Ana, Junta vecinal de Moche, sociedad civil, mujer")).Value;
    }

    private static async Task<int> CountAsync(BotApp bot, string receipt) =>
        ReceiptNumber.TryParse(receipt, out ReceiptNumber number)
            ? await bot.Services.GetRequiredService<IPublicProposals>().CountSupportsAsync(number, CancellationToken.None)
            : throw new ArgumentException($"{receipt} is no receipt number.", nameof(receipt));

    [GeneratedRegex(@"\d{3}-\d{3}-\d\b")]
    private static partial Regex Receipt();
}

public sealed class SupportPaceTests
{
    private readonly FixedClock clock = new(DateTimeOffset.UnixEpoch);

    [Fact]
    public void Two_hundred_people_of_a_hall_who_give_two_supports_each_at_once_are_not_too_fast()
    {
        var pace = new SupportPace(clock);

        Assert.All(Enumerable.Range(0, 400), _ => Assert.False(pace.IsTooFast("10.0.0.1", hasProfile: true)));
    }

    [Fact]
    public void Two_hundred_people_who_only_consented_are_not_too_fast_within_ten_minutes()
    {
        var pace = new SupportPace(clock);

        for (int person = 0; person < 200; person++)
        {
            Assert.False(pace.IsTooFast("10.0.0.1", hasProfile: false));
            clock.Advance(TimeSpan.FromSeconds(3));
        }
    }

    [Fact]
    public void Other_addresses_and_channels_without_one_have_their_own_pace()
    {
        var pace = new SupportPace(clock);
        for (int person = 0; person < SupportPace.AtOnceUnknown; person++)
            pace.IsTooFast("10.0.0.1", hasProfile: false);

        Assert.True(pace.IsTooFast("10.0.0.1", hasProfile: false));
        Assert.False(pace.IsTooFast("10.0.0.2", hasProfile: false));
        Assert.False(pace.IsTooFast(null, hasProfile: false));
    }
}
