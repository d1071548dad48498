using AgaBot.Turns.Persistence;

namespace AgaBot.Channels.DirectLine;

/// <summary>What every operation asks before it does anything: whose token, on which site, for which conversation, from where on.</summary>
internal sealed class DirectLineAuthorizer(DirectLineTokens tokens, OriginPolicy origins, IActivityLog log)
{
    /// <summary>The person that the token speaks for; null where the request was refused.</summary>
    public async ValueTask<DirectLineToken?> AuthorizeAsync(HttpContext http, string? conversationId = null) =>
        await LetThroughAsync(http, await CheckTokenAsync(http), conversationId);

    /// <summary>The same, with a token that has expired as well, as long as it could be changed for a new one.</summary>
    public async ValueTask<DirectLineToken?> AuthorizeEvenIfExpiredAsync(HttpContext http, string? conversationId = null) =>
        await LetThroughAsync(
            http,
            await CheckTokenAsync(http) switch
            {
                TokenCheck.Expired { CanRefresh: true } expired => new TokenCheck.Valid(expired.Pass),
                var given => given,
            },
            conversationId
        );

    /// <summary>The person that a stream's ticket speaks for; null where the request was refused.</summary>
    public async ValueTask<DirectLineToken?> AuthorizeStreamAsync(HttpContext http, string conversationId) =>
        await LetThroughAsync(http, await tokens.CheckTicketAsync(http.Request.Query["t"], http.RequestAborted), conversationId);

    /// <summary>The last place in the conversation's log; null where the request was refused.</summary>
    public async ValueTask<long?> LastPlaceAsync(HttpContext http, string conversationId)
    {
        switch (await log.FindAsync(conversationId, http.RequestAborted))
        {
            case LogState.Open open:
                return open.Last;
            case LogState.Ended:
                await RefuseEndedAsync(http);
                return null;
            default:
                await HttpBodies.WriteErrorAsync(http, StatusCodes.Status404NotFound, "NotFound", "There is no such conversation.");
                return null;
        }
    }

    /// <summary>Where the page wants to go on, and no further than the log's end; null where the request was refused.</summary>
    public async ValueTask<long?> WatermarkAsync(HttpContext http, string conversationId)
    {
        if (ActivitySetJson.ReadWatermark(http.Request.Query["watermark"]) is not { } watermark)
        {
            await HttpBodies.WriteBadAsync(http, "watermark is malformed.");
            return null;
        }
        return await LastPlaceAsync(http, conversationId) is { } last ? Math.Min(watermark, last) : null;
    }

    /// <summary>By 404 the client knows that it need not try again.</summary>
    public static Task RefuseEndedAsync(HttpContext http) =>
        HttpBodies.WriteErrorAsync(http, StatusCodes.Status404NotFound, "ConversationEnded", "The person has left this conversation.");

    public static Task RefuseOriginAsync(HttpContext http) =>
        HttpBodies.WriteErrorAsync(
            http,
            StatusCodes.Status403Forbidden,
            "Forbidden",
            "This site is not among DirectLine:AllowedOrigins, or the token is of another."
        );

    private ValueTask<TokenCheck> CheckTokenAsync(HttpContext http) =>
        tokens.CheckTokenAsync(
            http.Request.Headers.Authorization.ToString() is ['B', 'e', 'a', 'r', 'e', 'r', ' ', .. string token] ? token : null,
            http.RequestAborted
        );

    private async ValueTask<DirectLineToken?> LetThroughAsync(HttpContext http, TokenCheck given, string? conversationId)
    {
        switch (given)
        {
            case TokenCheck.Valid good when conversationId is not null && good.Pass.ConversationId != conversationId:
                await HttpBodies.WriteErrorAsync(
                    http,
                    StatusCodes.Status403Forbidden,
                    "BadArgument",
                    "The token is of another conversation."
                );
                return null;
            case TokenCheck.Valid good when !origins.Matches(http.Request, good.Pass.Origin):
                await RefuseOriginAsync(http);
                return null;
            case TokenCheck.Valid good:
                return good.Pass;
            case TokenCheck.Expired:
                await HttpBodies.WriteErrorAsync(http, StatusCodes.Status403Forbidden, "TokenExpired", "The token has expired.");
                return null;
            default:
                await HttpBodies.WriteErrorAsync(http, StatusCodes.Status401Unauthorized, "Unauthorized", "A token is needed.");
                return null;
        }
    }
}
