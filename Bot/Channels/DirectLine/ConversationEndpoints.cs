using System.Diagnostics;
using System.Globalization;
using AgaBot.Channels.Protocol;
using AgaBot.Turns.Persistence;

namespace AgaBot.Channels.DirectLine;

/// <summary>Tokens, and the conversations that they open: the operations of Direct Line 3.0, and one of our own to leave.</summary>
internal sealed class ConversationEndpoints(
    DirectLineAuthorizer gate,
    DirectLineTokens tokens,
    OriginPolicy origins,
    PageConversations conversations,
    IActivityLog log
)
{
    public async Task GenerateTokenAsync(HttpContext http)
    {
        if (origins.AllowedOriginOf(http.Request) is { } origin)
            await WriteTokenAsync(http, DirectLineToken.New(origin));
        else
            await DirectLineAuthorizer.RefuseOriginAsync(http);
    }

    /// <summary>A token that expired is still changed for a new one, so that a person finds their conversation on the next day.</summary>
    public async Task RefreshTokenAsync(HttpContext http)
    {
        if (await gate.AuthorizeEvenIfExpiredAsync(http) is not { } pass)
            return;
        if (await log.FindAsync(pass.ConversationId, http.RequestAborted) is LogState.Ended)
            await DirectLineAuthorizer.RefuseEndedAsync(http);
        else
            await WriteTokenAsync(http, pass);
    }

    public async Task StartAsync(HttpContext http)
    {
        if (await gate.AuthorizeAsync(http) is not { } pass)
            return;
        switch (await conversations.OpenAsync(pass, await LocaleAsync(http), http.RequestAborted))
        {
            case ConversationStartResult.Started:
                await WriteConversationAsync(http, StatusCodes.Status201Created, pass, watermark: null);
                break;
            case ConversationStartResult.Resumed:
                await WriteConversationAsync(http, StatusCodes.Status200OK, pass, watermark: null);
                break;
            case ConversationStartResult.Ended:
                await DirectLineAuthorizer.RefuseEndedAsync(http);
                break;
            case ConversationStartResult.Unavailable:
                await HttpBodies.WriteUnavailableAsync(http);
                break;
            default:
                throw new UnreachableException();
        }
    }

    public async Task ReconnectAsync(HttpContext http, string conversationId)
    {
        if (await gate.AuthorizeAsync(http, conversationId) is { } pass && await gate.WatermarkAsync(http, conversationId) is { } watermark)
            await WriteConversationAsync(http, StatusCodes.Status200OK, pass, watermark);
    }

    /// <summary>
    /// Ends the conversation on every device, and every token of it: who sits down next at a shared computer cannot come back into it.
    /// What the person sent stays theirs.
    /// </summary>
    public async Task LeaveAsync(HttpContext http, string conversationId)
    {
        if (await gate.AuthorizeEvenIfExpiredAsync(http, conversationId) is null)
            return;
        await conversations.EndAsync(conversationId, http.RequestAborted);
        http.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    /// <summary>Web Chat says its language where an activity has it; a body that is none says nothing.</summary>
    private static async ValueTask<string?> LocaleAsync(HttpContext http)
    {
        if (await HttpBodies.ReadAsync(http) is not RequestBody.Read body)
            return null;
        string? locale = ActivityJsonContext.Read(body.Bytes)?.Locale;
        http.Request.BodyReader.AdvanceTo(body.Bytes.End);
        return locale;
    }

    private async Task WriteTokenAsync(HttpContext http, DirectLineToken pass) =>
        await WriteAsync(
            http,
            StatusCodes.Status200OK,
            new ConversationResponse(pass.ConversationId, await tokens.TokenAsync(pass, http.RequestAborted), null)
        );

    private async Task WriteConversationAsync(HttpContext http, int status, DirectLineToken pass, long? watermark)
    {
        string token = await tokens.TokenAsync(pass, http.RequestAborted);
        string ticket = await tokens.TicketAsync(pass, http.RequestAborted);
        // From a proxy that nobody made known the header stays, and is believed here: who lies in it gets a wrong address and nothing else.
        bool isSecure = http.Request.IsHttps || http.Request.Headers["X-Forwarded-Proto"] == "https";
        string address = string.Create(
            CultureInfo.InvariantCulture,
            $"{(isSecure ? "wss" : "ws")}://{http.Request.Host}{DirectLineRegistration.Base}/conversations/{pass.ConversationId}/stream?watermark={watermark}&t={ticket}"
        );
        await WriteAsync(http, status, new ConversationResponse(pass.ConversationId, token, address));
    }

    private static Task WriteAsync(HttpContext http, int status, ConversationResponse answer)
    {
        http.Response.StatusCode = status;
        http.Response.Headers.CacheControl = "no-store";
        return http.Response.WriteAsJsonAsync(answer, DirectLineJsonContext.Default.ConversationResponse);
    }
}
