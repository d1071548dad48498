using System.Globalization;
using System.Net.Http.Headers;
using AgaBot.Bench.Processes;
using AgaBot.Channels.Protocol;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace AgaBot.Bench.Turns;

/// <summary>The minimum of a bot: Kestrel parses the activity with the bot's JSON context, posts a fixed reply and answers 200.</summary>
internal static class BareServer
{
    public const string Command = "bare";

    private static readonly byte[] Reply = """{"type":"message","text":"¿En qué componente va su propuesta? (1 de 8)"}"""u8.ToArray();
    private static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");

    /// <summary>Starts this program again, as the server to compare with.</summary>
    public static ChildServer Start(HeldPort port) =>
        new("bare", typeof(BareServer).Assembly.Location, port, [Command, port.Number.ToString(CultureInfo.InvariantCulture)], []);

    public static async Task<int> RunAsync(string port, CancellationToken cancellationToken)
    {
        await using WebApplication app = QuietServer.At($"http://127.0.0.1:{port}").Build();
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false, UseCookies = false });
        app.MapPost("/api/messages", (RequestDelegate)(context => AnswerAsync(context, http)));
        await ((IHost)app).RunAsync(cancellationToken);
        return 0;
    }

    private static async Task AnswerAsync(HttpContext context, HttpClient http)
    {
        Activity? activity = await context.Request.ReadFromJsonAsync(ActivityJsonContext.Wire.Activity, context.RequestAborted);
        string address =
            $"{activity!.ServiceUrl}/v3/conversations/{Uri.EscapeDataString(activity.Conversation!.Id!)}"
            + $"/activities/{Uri.EscapeDataString(activity.Id!)}";
        using var content = new ByteArrayContent(Reply) { Headers = { ContentType = Json } };
        using HttpResponseMessage sent = await http.PostAsync(new Uri(address), content, context.RequestAborted);
        sent.EnsureSuccessStatusCode();
    }
}
