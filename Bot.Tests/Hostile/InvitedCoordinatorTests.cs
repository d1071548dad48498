using System.Text.RegularExpressions;
using AgaBot.Tests.Hosting;

namespace AgaBot.Tests.Hostile;

/// <summary>The code of an invitation makes one coordinator.</summary>
[Trait("Category", "Integration")]
public sealed partial class InvitedCoordinatorTests : IAsyncLifetime
{
    private const string Welcome = "ahora usted coordina";
    private readonly BotApp bot = BotApp.Start(Town.Settings);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await bot.DisposeAsync();

    [Fact]
    public async Task An_invitation_makes_one_person_a_coordinator_once()
    {
        string code = await InviteAsync();

        Assert.Contains(Welcome, await bot.Talker("ana").AskAsync($"coordinador {code}"), StringComparison.Ordinal);
        Assert.Contains("no es correcto", await bot.Talker("eva").AskAsync($"coordinador {code}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_works_no_more_after_three_days()
    {
        string code = await InviteAsync();
        bot.Clock.Advance(TimeSpan.FromDays(3));

        Assert.Contains("no es correcto", await bot.Talker("ana").AskAsync($"coordinador {code}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_does_not_coordinate_invites_nobody() =>
        Assert.DoesNotMatch(Code(), await bot.Talker("eva").AskAsync("invitar coordinador"));

    private async Task<string> InviteAsync()
    {
        Talker coordinator = await Town.CoordinatorAsync(bot);
        Match drawn = Code().Match(await coordinator.AskAsync("invitar coordinador"));
        Assert.True(drawn.Success);
        return drawn.Value;
    }

    [GeneratedRegex(@"\b[2-9A-HJKMNP-Z]{5}-[2-9A-HJKMNP-Z]{5}-[2-9A-HJKMNP-Z]{5}\b")]
    private static partial Regex Code();
}
