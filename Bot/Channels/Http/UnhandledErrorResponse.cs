using AgaBot.Turns.Persistence;
using Microsoft.AspNetCore.Diagnostics;

namespace AgaBot.Channels.Http;

/// <summary>Responds to an unhandled exception. The response has no exception message and no stack trace, also in Development.</summary>
internal static class UnhandledErrorResponse
{
    public static Task WriteAsync(HttpContext http) =>
        http.Features.Get<IExceptionHandlerFeature>()?.Error switch
        {
            // Thrown by the server: the body ends too early, or exceeds the limit.
            BadHttpRequestException bad => HttpBodies.WriteErrorAsync(http, bad.StatusCode, "BadRequest", "The request cannot be read."),
            StoreUnavailableException or UnknownVersionException => HttpBodies.WriteUnavailableAsync(http),
            _ => HttpBodies.WriteErrorAsync(
                http,
                StatusCodes.Status500InternalServerError,
                "InternalError",
                "Something broke here. It has been logged."
            ),
        };
}
