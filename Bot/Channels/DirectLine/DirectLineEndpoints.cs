using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Net.WebSockets;
using AgaBot.Channels.Protocol;
using AgaBot.Turns;

namespace AgaBot.Channels.DirectLine;

/// <summary>Direct Line 3.0, served by the bot itself for its own page (docs/decisions/0001): the operations that Web Chat calls.</summary>
internal sealed class DirectLineEndpoints(DirectLineTokens tokens, PageConversations conversations, IActivityLog log, ActivityStream stream)
{
    public async Task GenerateTokenAsync(HttpContext http)
    {
        var pass = Pass.New();
        await WriteAsync(http, StatusCodes.Status200OK, new ConversationAnswer(pass.ConversationId, await tokens.TokenAsync(pass, http.RequestAborted), null));
    }

    /// <summary>A token that expired is still changed for a new one, so that a person finds their conversation on the next day.</summary>
    public async Task RefreshTokenAsync(HttpContext http)
    {
        Checked given = await tokens.CheckTokenAsync(Bearer(http), http.RequestAborted);
        Pass? pass = given switch
        {
            Checked.Good good => good.Pass,
            Checked.Expired { CanRefresh: true } expired => expired.Pass,
            _ => null,
        };
        if (pass is null)
            await RefuseAsync(http, given);
        else
            await WriteAsync(http, StatusCodes.Status200OK, new ConversationAnswer(pass.ConversationId, await tokens.TokenAsync(pass, http.RequestAborted), null));
    }

    public async Task StartAsync(HttpContext http)
    {
        if (await PassAsync(http) is not { } pass)
            return;
        bool? opened = await conversations.OpenAsync(pass, await LocaleAsync(http), http.RequestAborted);
        if (opened is null)
            await HttpBodies.WriteUnavailableAsync(http);
        else
            await WriteConversationAsync(http, opened.Value ? StatusCodes.Status201Created : StatusCodes.Status200OK, pass, watermark: null);
    }

    public async Task ReconnectAsync(HttpContext http, string conversationId)
    {
        if (await PassAsync(http, conversationId) is { } pass && await WatermarkAsync(http, conversationId) is { } watermark)
            await WriteConversationAsync(http, StatusCodes.Status200OK, pass, watermark);
    }

    public async Task ReceiveAsync(HttpContext http, string conversationId)
    {
        if (await PassAsync(http, conversationId) is null || await WatermarkAsync(http, conversationId) is not { } watermark)
            return;
        ImmutableArray<LoggedEntry> entries = await log.ReadAsync(conversationId, watermark, ActivityFrames.MaxActivities, http.RequestAborted);
        http.Response.ContentType = "application/json; charset=utf-8";
        await http.Response.BodyWriter.WriteAsync(ActivityFrames.Write(entries, entries.IsEmpty ? watermark : entries[^1].Place), http.RequestAborted);
    }

    public async Task SendAsync(HttpContext http, string conversationId)
    {
        if (await PassAsync(http, conversationId) is not { } pass || await LastAsync(http, conversationId) is null)
            return;
        if (await HttpBodies.ReadActivityAsync(http) is not { } activity)
            return;
        if (string.IsNullOrEmpty(activity.Type))
            await HttpBodies.WriteBadAsync(http, "type is missing.");
        else
            await AnswerAsync(http, await conversations.PostAsync(pass, activity));
    }

    public static Task RefuseUploadAsync(HttpContext http) => HttpBodies.WriteErrorAsync(
        http, StatusCodes.Status415UnsupportedMediaType, "UnsupportedMediaType", "Files are not taken here.");

    public async Task StreamAsync(HttpContext http, string conversationId, IHostApplicationLifetime life)
    {
        Checked ticket = await tokens.CheckTicketAsync(http.Request.Query["t"], http.RequestAborted);
        if (ticket is not Checked.Good good || good.Pass.ConversationId != conversationId)
            await RefuseAsync(http, ticket);
        else if (!http.WebSockets.IsWebSocketRequest)
            await HttpBodies.WriteBadAsync(http, "This address is a WebSocket.");
        else if (await WatermarkAsync(http, conversationId) is { } watermark)
        {
            using WebSocket socket = await http.WebSockets.AcceptWebSocketAsync();
            await stream.RunAsync(socket, conversationId, watermark, life.ApplicationStopping);
        }
    }

    /// <summary>Web Chat says its language where an activity has it; a body that is none says nothing.</summary>
    private static async ValueTask<string?> LocaleAsync(HttpContext http)
    {
        if (await HttpBodies.ReadAsync(http) is not Body.Read body)
            return null;
        string? locale = ActivityJsonContext.Read(body.Bytes)?.Locale;
        http.Request.BodyReader.AdvanceTo(body.Bytes.End);
        return locale;
    }

    /// <summary>The person that the token speaks for; null where the request was refused.</summary>
    private async ValueTask<Pass?> PassAsync(HttpContext http, string? conversationId = null)
    {
        Checked given = await tokens.CheckTokenAsync(Bearer(http), http.RequestAborted);
        if (given is Checked.Good good && (conversationId is null || good.Pass.ConversationId == conversationId))
            return good.Pass;
        await RefuseAsync(http, given);
        return null;
    }

    private static Task RefuseAsync(HttpContext http, Checked given) => given switch
    {
        Checked.Bad => HttpBodies.WriteErrorAsync(http, StatusCodes.Status401Unauthorized, "Unauthorized", "A token is needed."),
        Checked.Expired => HttpBodies.WriteErrorAsync(http, StatusCodes.Status403Forbidden, "TokenExpired", "The token has expired."),
        _ => HttpBodies.WriteErrorAsync(http, StatusCodes.Status403Forbidden, "BadArgument", "The token is of another conversation."),
    };

    /// <summary>Where the page wants to go on, and no further than the log's end; null where the request was refused.</summary>
    private async ValueTask<long?> WatermarkAsync(HttpContext http, string conversationId)
    {
        if (ActivityFrames.ReadWatermark(http.Request.Query["watermark"]) is not { } watermark)
        {
            await HttpBodies.WriteBadAsync(http, "watermark is malformed.");
            return null;
        }
        return await LastAsync(http, conversationId) is { } last ? Math.Min(watermark, last) : null;
    }

    /// <summary>The log's end; null where the request was refused.</summary>
    private async ValueTask<long?> LastAsync(HttpContext http, string conversationId)
    {
        long? last = await log.LastAsync(conversationId, http.RequestAborted);
        if (last is null)
            await HttpBodies.WriteErrorAsync(http, StatusCodes.Status404NotFound, "NotFound", "There is no such conversation.");
        return last;
    }

    private static Task AnswerAsync(HttpContext http, Posted posted) => posted switch
    {
        Posted.Taken taken => http.Response.WriteAsJsonAsync(new ResourceResponse(taken.Id), ActivityJsonContext.Wire.ResourceResponse),
        Posted.TooLarge => HttpBodies.WriteTooLargeAsync(http),
        Posted.Unavailable => HttpBodies.WriteUnavailableAsync(http),
        _ => throw new UnreachableException($"No answer for {posted.GetType()}."),
    };

    private async Task WriteConversationAsync(HttpContext http, int status, Pass pass, long? watermark)
    {
        string token = await tokens.TokenAsync(pass, http.RequestAborted);
        string ticket = await tokens.TicketAsync(pass, http.RequestAborted);
        bool isSecure = http.Request.IsHttps || http.Request.Headers["X-Forwarded-Proto"] == "https";
        string address = string.Create(
            CultureInfo.InvariantCulture,
            $"{(isSecure ? "wss" : "ws")}://{http.Request.Host}{DirectLineRegistration.Base}/conversations/{pass.ConversationId}/stream?watermark={watermark}&t={ticket}");
        await WriteAsync(http, status, new ConversationAnswer(pass.ConversationId, token, address));
    }

    private static Task WriteAsync(HttpContext http, int status, ConversationAnswer answer)
    {
        http.Response.StatusCode = status;
        http.Response.Headers.CacheControl = "no-store";
        return http.Response.WriteAsJsonAsync(answer, DirectLineJsonContext.Default.ConversationAnswer);
    }

    private static string? Bearer(HttpContext http) =>
        http.Request.Headers.Authorization.ToString() is ['B', 'e', 'a', 'r', 'e', 'r', ' ', .. string token] ? token : null;
}
