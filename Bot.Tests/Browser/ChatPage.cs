using System.Globalization;
using Microsoft.Playwright;

namespace AgaBot.Tests.Browser;

/// <summary>Operates the page: fills the newest card and presses its buttons.</summary>
internal sealed class ChatPage(IPage page)
{
    /// <summary>In milliseconds.</summary>
    private const float LongestWait = 15_000;

    public ILocator SendBox => page.Locator("[data-id=webchat-sendbox-input]");

    private ILocator Cards => page.Locator("#webchat .ac-adaptiveCard");

    /// <summary>The messages of the bot, cards and texts.</summary>
    private ILocator Messages => page.Locator("#webchat .webchat__bubble:not(.webchat__bubble--from-user)");

    public ILocator NewestCard => Cards.Last;

    /// <summary>The last message of the bot, a card or a text.</summary>
    public ILocator Newest => Messages.Last;

    public List<string> Faults { get; } = [];

    public async Task OpenAsync(Uri address)
    {
        page.SetDefaultTimeout(LongestWait);
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
                Faults.Add(message.Text);
        };
        page.PageError += (_, error) => Faults.Add(error);
        await page.GotoAsync(address.ToString());
        await IsOpenAsync();
    }

    /// <summary>Reloads the page and resumes the conversation.</summary>
    public async Task ReloadAsync()
    {
        await page.ReloadAsync();
        await IsOpenAsync();
    }

    /// <summary>Waits until there is a card whose buttons are enabled.</summary>
    public async Task IsOpenAsync()
    {
        await NewestCard.WaitForAsync();
        await page.Locator("#webchat:not([inert])").WaitForAsync();
    }

    /// <summary>Types into the send box and sends with the keyboard.</summary>
    public async Task SayAsync(string words)
    {
        await SendBox.FillAsync(words);
        await page.Keyboard.PressAsync("Enter");
    }

    /// <summary>Sends a text, and waits for the next message of the bot.</summary>
    public async Task AskAsync(string words)
    {
        int before = await Messages.CountAsync();
        await SayAsync(words);
        await Messages.Nth(before).WaitForAsync();
    }

    /// <summary>Opens the menu and presses one of its entries.</summary>
    public async Task ChooseInMenuAsync(string title)
    {
        if (!await page.Locator(".menu").EvaluateAsync<bool>("menu => menu.open"))
            await page.Locator(".menu > summary").ClickAsync();
        await page.Locator(".menu").GetByText(title, new() { Exact = true }).ClickAsync();
    }

    /// <summary>The horizontal scroll range in pixels. It is 0 unless an element is too wide.</summary>
    public Task<int> SidewaysAsync() =>
        page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");

    /// <summary>Presses a button of the newest card, and waits for the next message of the bot.</summary>
    public async Task PressAsync(string title)
    {
        int before = await Messages.CountAsync();
        await NewestCard.GetByRole(AriaRole.Button, new() { Name = title, Exact = true }).ClickAsync();
        try
        {
            await Messages.Nth(before).WaitForAsync();
        }
        catch (TimeoutException silence)
        {
            throw new TimeoutException(
                $"Nothing came of «{title}».\n{string.Join('\n', Faults)}\nThe newest card:\n{await NewestCard.InnerTextAsync()}",
                silence
            );
        }
    }

    /// <summary>Goes from the welcome to the second question of a ficha, as a new participant.</summary>
    public async Task ComeToTheProposalAsync()
    {
        await PressAsync("Proponer un compromiso");
        await PressAsync("Sí, acepto");
        await ChooseAsync("Comunidades seguras");
        await PressAsync("Continuar");
    }

    /// <summary>Fills the card that asks who sends a proposal.</summary>
    public async Task FillWhoAsync()
    {
        await FillAsync("Participante 07", "Gobierno Regional La Libertad");
        await SelectAsync("Gobierno Regional");
        await ChooseAsync("Mujer");
    }

    /// <summary>Fills the text inputs of the newest card, from the first on.</summary>
    public async Task FillAsync(params string[] texts)
    {
        ILocator inputs = NewestCard.Locator("input[type=text], textarea");
        for (int i = 0; i < texts.Length; i++)
            await inputs.Nth(i).FillAsync(texts[i]);
    }

    /// <summary>Fills the inputs for numbers of the newest card, from the first on.</summary>
    public async Task CountAsync(params int[] numbers)
    {
        ILocator inputs = NewestCard.Locator("input[type=number]");
        for (int i = 0; i < numbers.Length; i++)
            await inputs.Nth(i).FillAsync(numbers[i].ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Chooses in the drop-downs of the newest card, from the first on.</summary>
    public async Task SelectAsync(params string[] labels)
    {
        ILocator lists = NewestCard.Locator("select");
        for (int i = 0; i < labels.Length; i++)
            await lists.Nth(i).SelectOptionAsync(new SelectOptionValue { Label = labels[i] });
    }

    public Task ChooseAsync(string label) => NewestCard.GetByText(label, new() { Exact = true }).First.ClickAsync();

    /// <summary>The enabled buttons on the cards before the newest one.</summary>
    public Task<int> OlderCardsThatCanBePressedAsync() =>
        page.EvaluateAsync<int>(
            "() => [...document.querySelectorAll('#webchat .ac-adaptiveCard')].slice(0, -1)"
                + ".filter(card => card.querySelector('button.ac-pushButton:not([disabled]):not([aria-disabled=true])')).length"
        );

    /// <summary>The text of each card, from the oldest to the newest.</summary>
    public async Task<string[]> CardsAsync() => [.. await Cards.AllInnerTextsAsync()];

    public Task PictureAsync(string name) =>
        page.ScreenshotAsync(new() { Path = Path.Combine(Repository.Root, "artifacts", "screenshots", $"{name}.png") });

    /// <summary>The violations that axe-core finds, with their elements; empty if there are none.</summary>
    public async Task<string[]> AxeAsync()
    {
        await page.EvaluateAsync(await File.ReadAllTextAsync(Path.Combine(Repository.NodePackage("axe-core"), "axe.min.js")));
        return await page.EvaluateAsync<string[]>(
            "async () => (await axe.run()).violations.map(v => `${v.impact} ${v.id}: ${v.nodes.map(n => n.html.slice(0, "
                + "160)).join(' | ')}`)"
        );
    }
}
