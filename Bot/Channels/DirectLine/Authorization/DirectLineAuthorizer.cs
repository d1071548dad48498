using AgaBot.Channels.Admission;
using AgaBot.Channels.Http;
using AgaBot.Turns.Persistence;

namespace AgaBot.Channels.DirectLine.Authorization;

/// <summary>
/// Checks the token, the origin, the conversation with its limits, and the watermark of a request before its operation runs.
/// </summary>
internal sealed class DirectLineAuthorizer(DirectLineTokens tokens, OriginPolicy origins, ConversationAdmission admission, IActivityLog log)
{
    /// <summary>Returns the token of the request; null if the request was refused.</summary>
    public async ValueTask<DirectLineToken?> AuthorizeAsync(HttpContext http, string? conversationId = null) =>
        await GrantAsync(http, await CheckTokenAsync(http), conversationId);

    /// <summary>Like <see cref="AuthorizeAsync"/>, but also accepts an expired token that can still be refreshed.</summary>
    public async ValueTask<DirectLineToken?> AuthorizeEvenIfExpiredAsync(HttpContext http, string? conversationId = null) =>
        await GrantAsync(
            http,
            await CheckTokenAsync(http) switch
            {
                TokenCheck.Expired { CanRefresh: true } expired => new TokenCheck.Valid(expired.Token),
                var given => given,
            },
            conversationId
        );

    /// <summary>Returns the token of a stream's ticket; null if the request was refused.</summary>
    public async ValueTask<DirectLineToken?> AuthorizeStreamAsync(HttpContext http, string conversationId) =>
        await GrantAsync(http, await tokens.CheckTicketAsync(http.Request.Query["t"], http.RequestAborted), conversationId);

    /// <summary>Returns the last position in the activity log of the conversation; null if the request was refused.</summary>
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

    /// <summary>Returns the watermark of the request, at most the end of the log; null if the request was refused.</summary>
    public async ValueTask<long?> WatermarkAsync(HttpContext http, string conversationId)
    {
        if (Watermark.Parse(http.Request.Query["watermark"]) is not { } watermark)
        {
            await HttpBodies.WriteBadAsync(http, "watermark is malformed.");
            return null;
        }
        return await LastPlaceAsync(http, conversationId) is { } last ? Math.Min(watermark, last) : null;
    }

    /// <summary>The status 404 tells the client not to try again.</summary>
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

    private async ValueTask<DirectLineToken?> GrantAsync(HttpContext http, TokenCheck given, string? conversationId)
    {
        switch (given)
        {
            case TokenCheck.Valid good when conversationId is not null && good.Token.ConversationId != conversationId:
                await HttpBodies.WriteErrorAsync(
                    http,
                    StatusCodes.Status403Forbidden,
                    "BadArgument",
                    "The token is of another conversation."
                );
                return null;
            case TokenCheck.Valid good when !origins.Matches(http.Request, good.Token.Origin):
                await RefuseOriginAsync(http);
                return null;
            case TokenCheck.Valid good:
                return await admission.AdmitAsync(http, good.Token.ConversationId) ? good.Token : null;
            case TokenCheck.Expired:
                await HttpBodies.WriteErrorAsync(http, StatusCodes.Status403Forbidden, "TokenExpired", "The token has expired.");
                return null;
            default:
                await HttpBodies.WriteErrorAsync(http, StatusCodes.Status401Unauthorized, "Unauthorized", "A token is needed.");
                return null;
        }
    }
}
