using System.Collections.Immutable;
using System.Net.WebSockets;
using AgaBot.Channels.Admission;
using AgaBot.Channels.DirectLine.Authorization;
using AgaBot.Channels.DirectLine.Conversations;
using AgaBot.Channels.Http;
using AgaBot.Turns.Persistence;

namespace AgaBot.Channels.DirectLine.Activities;

/// <summary>The activity operations of Direct Line 3.0: polling, streaming and posting.</summary>
internal sealed class ActivityEndpoints(
    DirectLineAuthorizer authorizer,
    PageConversations conversations,
    IActivityLog log,
    ActivityStream stream,
    ByteQuotas quotas,
    WorkshopRoom room,
    IHostApplicationLifetime life
)
{
    public async Task ReceiveAsync(HttpContext http, string conversationId)
    {
        if (
            await authorizer.AuthorizeAsync(http, conversationId) is null
            || await authorizer.WatermarkAsync(http, conversationId) is not { } watermark
        )
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
        if (
            await authorizer.AuthorizeAsync(http, conversationId) is not { } token
            || await authorizer.LastPlaceAsync(http, conversationId) is null
        )
            return;
        if (
            await HttpBodies.ReadActivityAsync(http) is not { } activity
            || !await quotas.AdmitAsync(http, QuotaKind.Messages, conversationId, HttpBodies.LengthOf(http))
        )
            return;
        string block = AddressBlock.Of(http.Connection.RemoteIpAddress);
        room.Enter(block, conversationId);
        if (string.IsNullOrEmpty(activity.Type))
            await HttpBodies.WriteBadAsync(http, "type is missing.");
        else
            await (await conversations.PostAsync(token, activity, block)).WriteAsync(http);
    }

    public async Task StreamAsync(HttpContext http, string conversationId)
    {
        if (await authorizer.AuthorizeStreamAsync(http, conversationId) is null)
            return;
        if (!http.WebSockets.IsWebSocketRequest)
            await HttpBodies.WriteBadAsync(http, "This address is a WebSocket.");
        else if (await authorizer.WatermarkAsync(http, conversationId) is { } watermark)
        {
            using WebSocket socket = await http.WebSockets.AcceptWebSocketAsync();
            await stream.RunAsync(socket, conversationId, watermark, life.ApplicationStopping);
        }
    }
}
