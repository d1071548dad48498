using AgaBot.Channels.Http;
using Microsoft.Extensions.Options;

namespace AgaBot.Channels.Authentication;

/// <summary>Authenticates callers of <c>/api/messages</c>: by token, or by address if the bot has no app registration.</summary>
internal sealed class Authenticator(IOptions<BotOptions> options, IServiceProvider services, ILogger<Authenticator> logger)
{
    private const string Scheme = "Bearer";

    /// <summary>Null if the bot has no app registration; the token libraries are then not loaded.</summary>
    private readonly TokenValidator? tokens = options.Value.AppId.Length > 0 ? services.GetRequiredService<TokenValidator>() : null;

    /// <summary>Returns null if the caller was refused; the response has then been written.</summary>
    public async ValueTask<Caller?> FindCallerAsync(HttpContext http)
    {
        switch (await AuthenticateAsync(http))
        {
            case AuthenticationResult.Authenticated admitted:
                return admitted.Caller;
            case AuthenticationResult.Unauthenticated unknown:
                http.Response.Headers.WWWAuthenticate = Scheme;
                await RefuseAsync(
                    http,
                    StatusCodes.Status401Unauthorized,
                    "Unauthorized",
                    "No valid token says who is calling.",
                    unknown.Why
                );
                return null;
            case AuthenticationResult.Forbidden unwelcome:
                await ForbidAsync(http, unwelcome.Why);
                return null;
            default:
                AuthenticationLog.Refused(logger, StatusCodes.Status503ServiceUnavailable, "The issuer's keys cannot be had.");
                await HttpBodies.WriteUnavailableAsync(http);
                return null;
        }
    }

    /// <summary>Responds to a known caller who is not allowed to do this.</summary>
    public Task ForbidAsync(HttpContext http, string why) => RefuseAsync(http, StatusCodes.Status403Forbidden, "Forbidden", why, why);

    private ValueTask<AuthenticationResult> AuthenticateAsync(HttpContext http)
    {
        if (tokens is not null)
        {
            return BearerToken(http.Request.Headers.Authorization) is { } token
                ? tokens.CheckAsync(token, http.RequestAborted)
                : ValueTask.FromResult<AuthenticationResult>(new AuthenticationResult.Unauthenticated("There is no token."));
        }
        return ValueTask.FromResult<AuthenticationResult>(
            LoopbackRequest.Is(http)
                ? new AuthenticationResult.Authenticated(new Caller.LoopbackProgram())
                : new AuthenticationResult.Forbidden("Without Bot:AppId activities are taken from this machine alone.")
        );
    }

    private static string? BearerToken(string? authorization) =>
        authorization is not null && authorization.StartsWith($"{Scheme} ", StringComparison.OrdinalIgnoreCase)
            ? authorization[(Scheme.Length + 1)..].Trim()
            : null;

    private Task RefuseAsync(HttpContext http, int status, string code, string message, string why)
    {
        AuthenticationLog.Refused(logger, status, why);
        return HttpBodies.WriteErrorAsync(http, status, code, message);
    }
}
