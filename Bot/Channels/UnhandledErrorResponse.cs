using AgaBot.Turns.Persistence;
using Microsoft.AspNetCore.Diagnostics;

namespace AgaBot.Channels;

/// <summary>What a caller hears of an exception that nobody expected: never its words, never a stack trace, in Development neither.</summary>
internal static class UnhandledErrorResponse
{
    public static Task WriteAsync(HttpContext http) =>
        http.Features.Get<IExceptionHandlerFeature>()?.Error switch
        {
            // The server's own refusal: a body that ends too early, or that is over its limit.
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
