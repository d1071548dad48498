using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using AgaBot.Bench.Processes;

namespace AgaBot.Bench.Turns;

/// <summary>People who talk to a server. Each waits for the reply to a message before the next message.</summary>
/// <param name="channelId">The people's channel. A channel that shows cards makes turns more expensive.</param>
internal sealed class Load(ConnectorSink sink, string channelId) : IDisposable
{
    private static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");
    private static readonly TimeSpan LongestTurn = TimeSpan.FromSeconds(30);

    private readonly HttpClient http = new(
        new SocketsHttpHandler
        {
            UseProxy = false,
            UseCookies = false,
            MaxConnectionsPerServer = 256,
        }
    );
    private int people;
    private long activities;

    public void Dispose() => http.Dispose();

    /// <summary>Time from the start of the process to the first reply.</summary>
    public async Task<TimeSpan> FirstReplyAsync(ChildServer server, CancellationToken cancellationToken)
    {
        await server.ListensAsync(cancellationToken);
        await TurnAsync(server, NewPerson(server), "hola", cancellationToken);
        return Stopwatch.GetElapsedTime(server.StartedAt);
    }

    public async Task<Measurement> RunAsync(ChildServer server, int users, TimeSpan window, CancellationToken cancellationToken)
    {
        TimeSpan cpu = server.CpuTime();
        long started = Stopwatch.GetTimestamp();
        List<double>[] latencies = await Task.WhenAll(
            Enumerable.Range(0, users).Select(_ => Task.Run(() => TalkAsync(server, started, window, cancellationToken), cancellationToken))
        );
        return Measurement.Of(Stopwatch.GetElapsedTime(started), server.CpuTime() - cpu, latencies);
    }

    private async Task<List<double>> TalkAsync(ChildServer server, long started, TimeSpan window, CancellationToken cancellationToken)
    {
        var latencies = new List<double>();
        string person = NewPerson(server);
        foreach (string words in FichaTalk.Endless())
        {
            if (Stopwatch.GetElapsedTime(started) >= window)
                break;
            long said = Stopwatch.GetTimestamp();
            await TurnAsync(server, person, words, cancellationToken);
            latencies.Add(Stopwatch.GetElapsedTime(said).TotalMilliseconds);
        }
        return latencies;
    }

    private async Task TurnAsync(ChildServer server, string person, string words, CancellationToken cancellationToken)
    {
        string activityId = string.Create(CultureInfo.InvariantCulture, $"a{Interlocked.Increment(ref activities)}");
        Task reply = sink.ReplyTo(activityId);
        using var content = new ByteArrayContent(ActivityOf(person, activityId, words)) { Headers = { ContentType = Json } };
        using HttpResponseMessage response = await http.PostAsync(server.Messages, content, cancellationToken);
        response.EnsureSuccessStatusCode();
        await reply.WaitAsync(LongestTurn, cancellationToken);
    }

    private byte[] ActivityOf(string person, string activityId, string words)
    {
        using var buffer = new MemoryStream(512);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("type", "message");
            json.WriteString("id", activityId);
            json.WriteString("channelId", channelId);
            json.WriteString("serviceUrl", sink.ServiceUrl);
            WriteWithId(json, "from", person);
            WriteWithId(json, "recipient", "bot");
            WriteWithId(json, "conversation", $"c-{person}");
            json.WriteString("locale", "es-PE");
            json.WriteString("text", words);
            json.WriteEndObject();
        }
        return buffer.ToArray();
    }

    private static void WriteWithId(Utf8JsonWriter json, string name, string id)
    {
        json.WriteStartObject(name);
        json.WriteString("id", id);
        json.WriteEndObject();
    }

    private string NewPerson(ChildServer server) =>
        string.Create(CultureInfo.InvariantCulture, $"{server.Name}-{Interlocked.Increment(ref people)}");
}
