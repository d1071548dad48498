using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace AgaBot.Tests.Browser.Guides;

/// <summary>
/// The pictures in docs/guia: the bot's newest message on a telephone, each kept with the words that it shows. Pixels differ from one
/// machine to the next, words do not: a picture is true for as long as the bot says what stands beside it.
/// <c>UPDATE_GUIDES=1</c> takes the pictures anew; then they are looked at.
/// </summary>
internal sealed partial class Album(IPage page, ChatPage chat)
{
    /// <summary>A telephone, in pixels.</summary>
    public const int Width = 390;
    public const int Height = 844;

    /// <summary>For the moment of a picture, so that a long card is seen whole.</summary>
    private const int Tall = 2400;

    /// <summary>In milliseconds.</summary>
    private const float Settling = 2_000;

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(15);

    private static readonly string Pictures = Path.Combine(Repository.Root, "docs", "guia", "imagenes");
    private static readonly string Captions = Path.Combine(Repository.Root, "Bot.Tests", "Browser", "Guides", "Words");

    /// <summary>Names of the pictures that the guides may show.</summary>
    public static IEnumerable<string> Names =>
        Directory.GetFiles(Captions, "*.txt").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal);

    public async Task TakeAsync(string name)
    {
        string file = Path.Combine(Captions, $"{name}.txt");
        if (Environment.GetEnvironmentVariable("UPDATE_GUIDES") == "1")
        {
            await page.WaitForTimeoutAsync(Settling);
            await File.WriteAllTextAsync(file, await WordsAsync());
            // What is pressed or typed in should not look as if it were: the cursor is in no box.
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
        // What takes an answered card's place may still be on its way.
        while (shown != kept && Stopwatch.GetElapsedTime(begun) < LongestWait)
        {
            await page.WaitForTimeoutAsync(Settling / 10);
            shown = await WordsAsync();
        }
        Assert.Equal(kept, shown);
    }

    /// <summary>Receipt numbers and codes are others each time.</summary>
    private async Task<string> WordsAsync()
    {
        string words = (await chat.Newest.InnerTextAsync()).ReplaceLineEndings("\n");
        words = Code().Replace(ReceiptNumber().Replace(words, "{número}"), "{código}");
        return string.Join('\n', words.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)) + "\n";
    }

    [GeneratedRegex(@"\b\d{3}-\d{3}-\d\b")]
    private static partial Regex ReceiptNumber();

    [GeneratedRegex(@"\b[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}\b")]
    private static partial Regex Code();
}
