using Microsoft.Playwright;

namespace AgaBot.Tests.Browser.Playground;

/// <summary>Operates the Playground: writes, fills the newest card and presses its buttons.</summary>
internal sealed class PlaygroundPage(IPage page)
{
    /// <summary>In milliseconds.</summary>
    private const float LongestWait = 20_000;

    /// <summary>In milliseconds. The page's script has 9 MB, which a busy machine reads slowly.</summary>
    private const float LongestLoad = 120_000;

    private ILocator Cards => page.Locator(".ac-adaptiveCard");

    public ILocator NewestCard => Cards.Last;

    public async Task OpenAsync(Uri address)
    {
        page.SetDefaultTimeout(LongestWait);
        await page.GotoAsync(address.ToString(), new() { Timeout = LongestLoad });
        await page.GetByText("Connected.").WaitForAsync();
    }

    /// <summary>Writes, and waits for a text of the reply.</summary>
    public async Task SayAsync(string text, string answer)
    {
        await page.GetByRole(AriaRole.Textbox).Last.FillAsync(text);
        await page.Keyboard.PressAsync("Enter");
        await HearAsync(answer);
    }

    /// <summary>Opens the group chat of which the bot is a member.</summary>
    public Task GoToGroupAsync() => page.GetByRole(AriaRole.Treeitem, new() { Name = "Group Chat" }).ClickAsync();

    /// <summary>Writes with a mention of the bot, and waits for a text of the reply.</summary>
    public async Task MentionAsync(string text, string answer)
    {
        await page.GetByRole(AriaRole.Textbox).Last.ClickAsync();
        await page.Keyboard.TypeAsync("@");
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "Test Bot" }).ClickAsync();
        await page.Keyboard.TypeAsync($" {text}");
        await page.Keyboard.PressAsync("Enter");
        await HearAsync(answer);
    }

    public async Task<bool> ShowsAsync(string words) => await page.GetByText(words).CountAsync() > 0;

    /// <summary>Presses a button of the newest card, and waits for a text of the reply.</summary>
    public async Task PressAsync(string title, string answer)
    {
        await NewestCard.GetByRole(AriaRole.Button, new() { Name = title, Exact = true }).ClickAsync();
        await HearAsync(answer);
    }

    public Task HearAsync(string words) => page.GetByText(words).Last.WaitForAsync();

    /// <summary>Fills the text inputs of the newest card, from the first on.</summary>
    public async Task FillAsync(params string[] texts)
    {
        ILocator inputs = NewestCard.Locator("input[type=text]:not([role=combobox]), textarea");
        for (int i = 0; i < texts.Length; i++)
            await inputs.Nth(i).FillAsync(texts[i]);
    }

    /// <summary>Chooses in the drop-down of the newest card.</summary>
    public async Task SelectAsync(string label)
    {
        await NewestCard.GetByRole(AriaRole.Combobox).ClickAsync();
        await page.GetByRole(AriaRole.Option, new() { Name = label, Exact = true }).ClickAsync();
    }

    public Task ChooseAsync(string label) => NewestCard.GetByText(label, new() { Exact = true }).First.ClickAsync();

    public Task PictureAsync(string name) =>
        page.ScreenshotAsync(new() { Path = Path.Combine(Repository.Root, "artifacts", "screenshots", $"{name}.png") });
}
