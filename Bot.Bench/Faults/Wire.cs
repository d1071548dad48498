using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace AgaBot.Bench.Faults;

/// <summary>
/// Delivers activities as channels do: again and again until the bot takes them, some twice at once, some once more later.
/// </summary>
internal sealed class Wire(Fleet fleet, Uri serviceUrl) : IDisposable
{
    private static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");

    /// <summary>Longer than the bot takes to answer a channel.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly HttpClient http = new(
        new SocketsHttpHandler
        {
            UseProxy = false,
            UseCookies = false,
            MaxConnectionsPerServer = 512,
        }
    )
    {
        Timeout = Patience,
    };
    private int deliveries;
    private int taken;
    private int failures;

    /// <summary>Number of deliveries that the bot answered with 2xx.</summary>
    public int Taken => taken;

    public int Deliveries => deliveries;

    public int Failures => failures;

    public void Dispose() => http.Dispose();

    /// <param name="id">Null where the channel gives no id.</param>
    public byte[] Activity(string person, string? id, string? words, JsonObject? pressed)
    {
        var activity = new JsonObject
        {
            ["type"] = "message",
            ["channelId"] = "emulator",
            ["serviceUrl"] = serviceUrl.ToString(),
            ["from"] = new JsonObject { ["id"] = person },
            ["recipient"] = new JsonObject { ["id"] = "bot" },
            ["conversation"] = new JsonObject { ["id"] = ConversationOf(person) },
            ["locale"] = "es-PE",
        };
        if (id is not null)
            activity["id"] = id;
        if (words is not null)
            activity["text"] = words;
        if (pressed is not null)
            activity["value"] = pressed.DeepClone();
        return Encoding.UTF8.GetBytes(activity.ToJsonString());
    }

    public static string ConversationOf(string person) => $"c-{person}";

    /// <summary>Delivers until the bot answers with 2xx.</summary>
    /// <exception cref="InvalidOperationException">The bot refused the valid activity.</exception>
    public async Task DeliverAsync(byte[] activity, Random random, CancellationToken cancellationToken)
    {
        while (!await TryDeliverAsync(activity, cancellationToken))
            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(10, 120)), cancellationToken);
    }

    /// <returns>Whether the bot answered with 2xx.</returns>
    public async Task<bool> TryDeliverAsync(byte[] activity, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref deliveries);
        using var content = new ByteArrayContent(activity) { Headers = { ContentType = Json } };
        try
        {
            using HttpResponseMessage answer = await http.PostAsync(fleet.Next(), content, cancellationToken);
            if (answer.IsSuccessStatusCode)
            {
                Interlocked.Increment(ref taken);
                return true;
            }
            if (answer.StatusCode is < HttpStatusCode.InternalServerError and not HttpStatusCode.TooManyRequests)
                throw new InvalidOperationException($"The bot answered {(int)answer.StatusCode}.");
        }
        catch (Exception failure)
            when (failure is HttpRequestException || (failure is TaskCanceledException && !cancellationToken.IsCancellationRequested))
        {
            // The bot was killed or does not listen; it may have accepted the activity.
        }
        Interlocked.Increment(ref failures);
        return false;
    }
}
