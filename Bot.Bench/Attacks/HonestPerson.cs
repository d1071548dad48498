using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using AgaBot.Bench.Turns;

namespace AgaBot.Bench.Attacks;

/// <summary>Somebody who fills fichas on the page while others attack, and keeps the numbers of the receipts.</summary>
internal sealed partial class HonestPerson(Page page) : IDisposable
{
    /// <summary>Between two messages.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private readonly List<double> milliseconds = [];
    private readonly List<string> receipts = [];
    private readonly List<string> refusals = [];

    public Page Page => page;

    /// <summary>From the post of each message to its answer.</summary>
    public IReadOnlyList<double> Milliseconds => milliseconds;

    /// <summary>The numbers of the fichas that the bot acknowledged.</summary>
    public IReadOnlyList<string> Receipts => receipts;

    /// <summary>Messages that were not taken.</summary>
    public IReadOnlyList<string> Refusals => refusals;

    /// <summary>Talks until the end, and to the end of the last ficha.</summary>
    public async Task TalkAsync(CancellationToken end, CancellationToken cancellationToken)
    {
        foreach (string words in FichaTalk.Endless())
        {
            await SayAsync(words, cancellationToken);
            string heard = await page.HearAsync(cancellationToken);
            if (words == "enviar")
            {
                receipts.AddRange(Receipt().Matches(heard).Select(match => match.Value).Distinct());
                if (end.IsCancellationRequested)
                    return;
            }
            await Task.Delay(Pause, cancellationToken);
        }
    }

    /// <summary>Begins to measure anew.</summary>
    public void Forget() => milliseconds.Clear();

    private async Task SayAsync(string words, CancellationToken cancellationToken)
    {
        long started = Stopwatch.GetTimestamp();
        try
        {
            HttpStatusCode status = await page.SayAsync(words, cancellationToken);
            if (status != HttpStatusCode.OK)
                refusals.Add(string.Create(CultureInfo.InvariantCulture, $"«{words}» was answered with {(int)status}"));
        }
        catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            refusals.Add($"«{words}» was not answered: {fault.Message}");
        }
        milliseconds.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
    }

    public void Dispose() => page.Dispose();

    [GeneratedRegex(@"\b[0-9]{3}-[0-9]{3}-[0-9]\b")]
    private static partial Regex Receipt();
}
