using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace AgaBot.Tests.Browser.Guides;

/// <summary>
/// The pictures of docs/guia: the newest message of the bot on a telephone, each with its text. Pixels differ between
/// machines, texts do not: a picture is valid as long as the bot sends the text beside the picture.
/// <c>UPDATE_GUIDES=1</c> takes the pictures again; review them afterwards.
/// </summary>
internal sealed partial class Album(IPage page, ChatPage chat)
{
    /// <summary>A telephone, in pixels.</summary>
    public const int Width = 390;
    public const int Height = 844;

    /// <summary>The viewport while a picture is taken, so that a long card is visible completely.</summary>
    private const int Tall = 2400;

    /// <summary>In milliseconds.</summary>
    private const float Settling = 2_000;

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(15);

    private static readonly string Pictures = Path.Combine(Repository.Root, "docs", "guia", "imagenes");
    private static readonly string Captions = Path.Combine(Repository.Root, "Bot.Tests", "Browser", "Guides", "Words");

    /// <summary>The names of the existing pictures.</summary>
    public static IEnumerable<string> Names =>
        Directory.GetFiles(Captions, "*.txt").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal);

    public async Task TakeAsync(string name)
    {
        string file = Path.Combine(Captions, $"{name}.txt");
        if (Environment.GetEnvironmentVariable("UPDATE_GUIDES") == "1")
        {
            await page.WaitForTimeoutAsync(Settling);
            await File.WriteAllTextAsync(file, await WordsAsync());
            // Removes the focus, so that no button looks pressed and no text box has a cursor.
            await page.EvaluateAsync("() => document.activeElement.blur()");
            await page.SetViewportSizeAsync(Width, Tall);
            await chat.Newest.ScreenshotAsync(
                new() { Path = Path.Combine(Pictures, $"{name}.png"), Animations = ScreenshotAnimations.Disabled }
            );
            await page.SetViewportSizeAsync(Width, Height);
            return;
        }
        string kept = await File.ReadAllTextAsync(file);
        long begun = Stopwatch.GetTimestamp();
        string shown = await WordsAsync();
        // The replacement of an answered card may not have arrived yet.
        while (shown != kept && Stopwatch.GetElapsedTime(begun) < LongestWait)
        {
            await page.WaitForTimeoutAsync(Settling / 10);
            shown = await WordsAsync();
        }
        Assert.Equal(kept, shown);
    }

    /// <summary>Receipt numbers and codes differ in each run.</summary>
    private async Task<string> WordsAsync()
    {
        string words = (await chat.Newest.InnerTextAsync()).ReplaceLineEndings("\n");
        words = Code().Replace(ReceiptNumber().Replace(words, "{número}"), "{código}");
        return string.Join('\n', words.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)) + "\n";
    }

    [GeneratedRegex(@"\b\d{3}-\d{3}-\d\b")]
    private static partial Regex ReceiptNumber();

    [GeneratedRegex(@"\b[2-9A-HJ-NP-Z]{5}-[2-9A-HJ-NP-Z]{5}\b")]
    private static partial Regex Code();
}
