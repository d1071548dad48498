using System.Collections.Immutable;
using System.Diagnostics;
using System.Net.WebSockets;
using AgaBot.Channels.Protocol;
using AgaBot.Turns.Persistence;

namespace AgaBot.Channels.DirectLine;

/// <summary>What is said in a conversation, out by polling or by its stream, and in.</summary>
internal sealed class ActivityEndpoints(
    DirectLineAuthorizer gate,
    PageConversations conversations,
    IActivityLog log,
    ActivityStream stream,
    IHostApplicationLifetime life
)
{
    public async Task ReceiveAsync(HttpContext http, string conversationId)
    {
        if (await gate.AuthorizeAsync(http, conversationId) is null || await gate.WatermarkAsync(http, conversationId) is not { } watermark)
            return;
        ImmutableArray<LoggedEntry> entries = await log.ReadAsync(
            conversationId,
            watermark,
            ActivitySetJson.MaxActivities,
            http.RequestAborted
        );
        http.Response.ContentType = "application/json; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        await http.Response.BodyWriter.WriteAsync(
            ActivitySetJson.Write(entries, entries.IsEmpty ? watermark : entries[^1].Place),
            http.RequestAborted
        );
    }

    public async Task SendAsync(HttpContext http, string conversationId)
    {
        if (await gate.AuthorizeAsync(http, conversationId) is not { } pass || await gate.LastPlaceAsync(http, conversationId) is null)
            return;
        if (await HttpBodies.ReadActivityAsync(http) is not { } activity)
            return;
        if (string.IsNullOrEmpty(activity.Type))
            await HttpBodies.WriteBadAsync(http, "type is missing.");
        else
            await AnswerAsync(http, await conversations.PostAsync(pass, activity));
    }

    public async Task StreamAsync(HttpContext http, string conversationId)
    {
        if (await gate.AuthorizeStreamAsync(http, conversationId) is null)
            return;
        if (!http.WebSockets.IsWebSocketRequest)
            await HttpBodies.WriteBadAsync(http, "This address is a WebSocket.");
        else if (await gate.WatermarkAsync(http, conversationId) is { } watermark)
        {
            using WebSocket socket = await http.WebSockets.AcceptWebSocketAsync();
            await stream.RunAsync(socket, conversationId, watermark, life.ApplicationStopping);
        }
    }

    internal static Task AnswerAsync(HttpContext http, PostActivityResult posted) =>
        posted switch
        {
            PostActivityResult.Accepted taken => http.Response.WriteAsJsonAsync(
                new ResourceResponse(taken.Id),
                ActivityJsonContext.Wire.ResourceResponse
            ),
            PostActivityResult.TooLarge => HttpBodies.WriteTooLargeAsync(http),
            PostActivityResult.Unavailable => HttpBodies.WriteUnavailableAsync(http),
            _ => throw new UnreachableException($"No answer for {posted.GetType()}."),
        };
}
