using System.Globalization;
using AgaBot.Channels.DirectLine.Authorization;
using AgaBot.Channels.Http;
using AgaBot.Channels.Protocol;
using AgaBot.Turns.Persistence;

namespace AgaBot.Channels.DirectLine.Conversations;

/// <summary>The token and conversation operations of Direct Line 3.0, and an additional one to leave a conversation.</summary>
internal sealed class ConversationEndpoints(
    DirectLineAuthorizer authorizer,
    DirectLineTokens tokens,
    OriginPolicy origins,
    PageConversations conversations,
    IStorageRoom room,
    IActivityLog log
)
{
    public async Task GenerateTokenAsync(HttpContext http)
    {
        if (origins.AllowedOriginOf(http.Request) is not { } origin)
            await DirectLineAuthorizer.RefuseOriginAsync(http);
        else if (room.Left == StorageRoom.NoConversations)
            await HttpBodies.WriteErrorAsync(
                http,
                StatusCodes.Status507InsufficientStorage,
                "InsufficientStorage",
                "The disk is nearly full. Open conversations go on, and new ones are refused for now."
            );
        else
            await WriteTokenAsync(http, DirectLineToken.New(origin));
    }

    /// <summary>Also refreshes an expired token, so that a person finds the conversation on the next day.</summary>
    public async Task RefreshTokenAsync(HttpContext http)
    {
        if (await authorizer.AuthorizeEvenIfExpiredAsync(http) is not { } token)
            return;
        if (await log.FindAsync(token.ConversationId, http.RequestAborted) is LogState.Ended)
            await DirectLineAuthorizer.RefuseEndedAsync(http);
        else
            await WriteTokenAsync(http, token);
    }

    public async Task StartAsync(HttpContext http)
    {
        if (await authorizer.AuthorizeAsync(http) is not { } token)
            return;
        switch (await conversations.OpenAsync(token, await LocaleAsync(http), http.RequestAborted))
        {
            case ConversationStartResult.Started:
                await WriteConversationAsync(http, StatusCodes.Status201Created, token, watermark: null);
                break;
            case ConversationStartResult.Resumed:
                await WriteConversationAsync(http, StatusCodes.Status200OK, token, watermark: null);
                break;
            case ConversationStartResult.Ended:
                await DirectLineAuthorizer.RefuseEndedAsync(http);
                break;
            case ConversationStartResult.Unavailable:
                await HttpBodies.WriteUnavailableAsync(http);
                break;
        }
    }

    public async Task ReconnectAsync(HttpContext http, string conversationId)
    {
        if (
            await authorizer.AuthorizeAsync(http, conversationId) is { } token
            && await authorizer.WatermarkAsync(http, conversationId) is { } watermark
        )
            await WriteConversationAsync(http, StatusCodes.Status200OK, token, watermark);
    }

    /// <summary>
    /// Ends the conversation and invalidates its tokens on every device, so that the next user of a shared computer cannot open it.
    /// Fichas that the person sent are kept.
    /// </summary>
    public async Task LeaveAsync(HttpContext http, string conversationId)
    {
        if (await authorizer.AuthorizeEvenIfExpiredAsync(http, conversationId) is null)
            return;
        await conversations.EndAsync(conversationId, http.RequestAborted);
        http.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    /// <summary>The locale of the body, which has the shape of an activity; null if the body is not an activity.</summary>
    private static async ValueTask<string?> LocaleAsync(HttpContext http)
    {
        if (await HttpBodies.ReadAsync(http) is not RequestBody.Read body)
            return null;
        string? locale = ActivityJsonContext.Read(body.Bytes)?.Locale;
        http.Request.BodyReader.AdvanceTo(body.Bytes.End);
        return locale;
    }

    private async Task WriteTokenAsync(HttpContext http, DirectLineToken token) =>
        await WriteAsync(
            http,
            StatusCodes.Status200OK,
            new ConversationResponse(token.ConversationId, await tokens.TokenAsync(token, http.RequestAborted), null)
        );

    private async Task WriteConversationAsync(HttpContext http, int status, DirectLineToken token, long? watermark)
    {
        string sealedToken = await tokens.TokenAsync(token, http.RequestAborted);
        string ticket = await tokens.TicketAsync(token, http.RequestAborted);
        // The header of an unknown proxy is trusted here: a client that forges it only receives a wrong address.
        bool isSecure = http.Request.IsHttps || http.Request.Headers["X-Forwarded-Proto"] == "https";
        string scheme = isSecure ? "wss" : "ws";
        string conversation = $"{scheme}://{http.Request.Host}{DirectLineOptions.BasePath}/conversations/{token.ConversationId}";
        string address = string.Create(CultureInfo.InvariantCulture, $"{conversation}/stream?watermark={watermark}&t={ticket}");
        await WriteAsync(http, status, new ConversationResponse(token.ConversationId, sealedToken, address));
    }

    private static Task WriteAsync(HttpContext http, int status, ConversationResponse answer)
    {
        http.Response.StatusCode = status;
        http.Response.Headers.CacheControl = "no-store";
        return http.Response.WriteAsJsonAsync(answer, DirectLineJsonContext.Default.ConversationResponse);
    }
}
