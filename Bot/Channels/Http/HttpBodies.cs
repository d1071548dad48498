using System.Buffers;
using System.IO.Pipelines;
using AgaBot.Channels.Protocol;
using Microsoft.AspNetCore.Http.Features;

namespace AgaBot.Channels.Http;

/// <summary>Reads request bodies and writes error responses, for all endpoints.</summary>
internal static class HttpBodies
{
    /// <summary>Has room for a text of 100,000 escaped characters, which the dialog must still receive.</summary>
    public const int MaxBytes = 1024 * 1024;

    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(2);

    /// <summary>
    /// Reads the whole body. A body over the limit stays in the pipe and is drained by the server, so that the client reads the response.
    /// </summary>
    public static async ValueTask<RequestBody> ReadAsync(HttpContext http)
    {
        if (http.Request.ContentLength > MaxBytes)
            return new RequestBody.TooLarge();
        ReadResult read = await http.Request.BodyReader.ReadAtLeastAsync(MaxBytes + 1, http.RequestAborted);
        return read.Buffer.Length > MaxBytes ? new RequestBody.TooLarge() : new RequestBody.Read(read.Buffer);
    }

    /// <summary>Reads an activity. Returns null if the body has none; an error response has then been written.</summary>
    public static async ValueTask<Activity?> ReadActivityAsync(HttpContext http)
    {
        if (!http.Request.HasJsonContentType())
        {
            await WriteErrorAsync(
                http,
                StatusCodes.Status415UnsupportedMediaType,
                "UnsupportedMediaType",
                "Content-Type must be application/json."
            );
            return null;
        }
        if (await ReadAsync(http) is not RequestBody.Read body)
        {
            await WriteTooLargeAsync(http);
            return null;
        }
        http.Features.Set(new BodyLength(body.Bytes.Length));
        Activity? activity = ActivityJsonContext.Read(body.Bytes);
        http.Request.BodyReader.AdvanceTo(body.Bytes.End);
        if (activity is null)
            await WriteBadAsync(http, "The body is not an activity.");
        return activity;
    }

    /// <summary>Bytes of the activity that <see cref="ReadActivityAsync"/> read.</summary>
    public static long LengthOf(HttpContext http) => http.Features.GetRequiredFeature<BodyLength>().Bytes;

    public static Task WriteBadAsync(HttpContext http, string message) =>
        WriteErrorAsync(http, StatusCodes.Status400BadRequest, "BadArgument", message);

    public static Task WriteTooLargeAsync(HttpContext http) =>
        WriteErrorAsync(http, StatusCodes.Status413PayloadTooLarge, "MessageSizeTooBig", $"The body is over {MaxBytes} bytes.");

    public static Task WriteUnavailableAsync(HttpContext http)
    {
        http.Response.Headers.RetryAfter = ((int)RetryAfter.TotalSeconds).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return WriteErrorAsync(http, StatusCodes.Status503ServiceUnavailable, "ServiceUnavailable", "Nothing was kept. Try again.");
    }

    public static Task WriteErrorAsync(HttpContext http, int status, string code, string message)
    {
        http.Response.StatusCode = status;
        return http.Response.WriteAsJsonAsync(new ErrorResponse(new(code, message)), ActivityJsonContext.Wire.ErrorResponse);
    }
}

/// <summary>The bytes of a body that was read, whatever its header stated.</summary>
internal sealed record BodyLength(long Bytes);

/// <summary>The result of reading a request body.</summary>
internal abstract record RequestBody
{
    private RequestBody() { }

    /// <param name="Bytes">A buffer of the request's pipe, valid until the pipe is advanced.</param>
    public sealed record Read(ReadOnlySequence<byte> Bytes) : RequestBody;

    public sealed record TooLarge : RequestBody;
}
