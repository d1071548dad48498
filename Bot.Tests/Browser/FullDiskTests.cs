using AgaBot.Tests.Hosting;
using AgaBot.Turns.Persistence;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Moq;

namespace AgaBot.Tests.Browser;

/// <summary>The page of a server whose disk is nearly full.</summary>
[Trait("Category", "Integration")]
public sealed class FullDiskTests(BrowserFixture chromium) : IClassFixture<BrowserFixture>
{
    [Fact]
    public async Task Whoever_comes_reads_that_new_conversations_wait_and_not_that_something_broke()
    {
        IStorageRoom room = Mock.Of<IStorageRoom>(static one => one.Left == StorageRoom.NoConversations);
        await using BotApp app = BotApp.Start(new() { Services = services => services.AddSingleton(room) });
        await using IBrowserContext context = await chromium.Browser.NewContextAsync();
        IPage page = await context.NewPageAsync();

        await page.GotoAsync(app.Address.ToString());

        await page.Locator("#full:not([hidden])").WaitForAsync();
        Assert.NotEqual("", (await page.Locator("#full").InnerTextAsync()).Trim());
        Assert.True(await page.Locator("#trouble").IsHiddenAsync());
    }
}
