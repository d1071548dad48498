using System.Diagnostics;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using AgaBot.Bench.Processes;
using AgaBot.Bench.Turns;

namespace AgaBot.Bench.Fuzz;

/// <summary>
/// A person who fills fichas while the fuzzer works, and who must get the same replies as without the fuzzer. The replies are in the
/// response to each message, so that none can be late.
/// </summary>
internal sealed partial class ControlConversation(ChildServer bot) : IDisposable
{
    private const int Learned = 6;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly HttpClient http = new(new SocketsHttpHandler { UseProxy = false, UseCookies = false })
    {
        Timeout = TimeSpan.FromSeconds(30),
    };
    private readonly IEnumerator<string> talk = FichaTalk.Endless().GetEnumerator();
    private readonly Dictionary<string, string> onAQuietDay = new(StringComparer.Ordinal);
    private readonly List<string> differences = [];
    private int messages;

    public int Fichas { get; private set; }

    public TimeSpan Longest { get; private set; }

    public IReadOnlyList<string> Differences => differences;

    private bool IsBetweenFichas => talk.Current == "enviar";

    /// <summary>
    /// Fills some fichas to learn the replies. The first ficha brings questions about the person, and each review shows similar earlier
    /// fichas until their number reaches its maximum.
    /// </summary>
    public async Task LearnAsync(CancellationToken cancellationToken)
    {
        while (Fichas < Learned)
        {
            string heard = await SayNextAsync(cancellationToken);
            onAQuietDay[talk.Current] = heard;
        }
        (Fichas, Longest) = (0, TimeSpan.Zero);
    }

    /// <summary>Fills fichas quickly, until the other task ends and the last ficha is submitted.</summary>
    public async Task TalkAsync(Task until, CancellationToken cancellationToken)
    {
        while (!until.IsCompleted || !IsBetweenFichas)
        {
            string heard = await SayNextAsync(cancellationToken);
            if (heard != onAQuietDay[talk.Current])
                differences.Add($"«{talk.Current}» was answered with «{heard}», not with «{onAQuietDay[talk.Current]}»");
            await Task.Delay(Pause, cancellationToken);
        }
    }

    public void Dispose()
    {
        talk.Dispose();
        http.Dispose();
    }

    private async Task<string> SayNextAsync(CancellationToken cancellationToken)
    {
        talk.MoveNext();
        var activity = new
        {
            type = "message",
            id = $"beside-{++messages}",
            channelId = "emulator",
            serviceUrl = "http://127.0.0.1:9",
            from = new { id = "beside" },
            recipient = new { id = "bot" },
            conversation = new { id = "beside" },
            locale = "es-PE",
            deliveryMode = "expectReplies",
            text = talk.Current,
        };
        long started = Stopwatch.GetTimestamp();
        using HttpResponseMessage answer = await http.PostAsJsonAsync(bot.Messages, activity, cancellationToken);
        answer.EnsureSuccessStatusCode();
        string heard = Heard(await answer.Content.ReadFromJsonAsync<JsonElement>(cancellationToken));
        TimeSpan took = Stopwatch.GetElapsedTime(started);
        Longest = took > Longest ? took : Longest;
        if (IsBetweenFichas)
            Fichas++;
        return heard;
    }

    /// <summary>Every text in the replies, in order, without the numbers, which differ between fichas.</summary>
    private static string Heard(JsonElement element)
    {
        var heard = new StringBuilder();
        Collect(element, heard);
        return Digits().Replace(heard.ToString(), "#");
    }

    private static void Collect(JsonElement element, StringBuilder heard)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement item in element.EnumerateArray())
                Collect(item, heard);
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (JsonProperty property in element.EnumerateObject())
            {
                if (property.NameEquals("text") && property.Value.ValueKind == JsonValueKind.String)
                    heard.AppendLine(property.Value.GetString());
                else
                    Collect(property.Value, heard);
            }
        }
    }

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Digits();
}
